using Temporalio.Api.Enums.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of fetching one page of events.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id, null for the latest run.</param>
/// <param name="PageSize">Most events on the page, null to leave it to the server.</param>
/// <param name="NextPageToken">Token of the page, null for the first.</param>
/// <param name="WaitNewEvent">Whether to wait for new events.</param>
/// <param name="EventFilterType">Which events.</param>
/// <param name="SkipArchival">Whether archived histories are left out.</param>
/// <param name="Rpc">Options of the call.</param>
public record FetchWorkflowHistoryEventPageInput(
    string Id,
    string? RunId,
    int? PageSize,
    byte[]? NextPageToken,
    bool WaitNewEvent,
    HistoryEventFilterType EventFilterType,
    bool SkipArchival,
    RpcOptions? Rpc);
