using Temporalio.Api.Common.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of a query.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id, null for the latest run.</param>
/// <param name="Query">Query name.</param>
/// <param name="Args">Arguments.</param>
/// <param name="Options">Options, null for the defaults.</param>
/// <param name="Headers">Headers to send along, null for none.</param>
public record QueryWorkflowInput(
    string Id,
    string? RunId,
    string Query,
    IReadOnlyCollection<object?> Args,
    WorkflowQueryOptions? Options,
    IDictionary<string, Payload>? Headers);
