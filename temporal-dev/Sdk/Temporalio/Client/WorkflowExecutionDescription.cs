using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>What the server knows of a workflow run.</summary>
public class WorkflowExecutionDescription : WorkflowExecution
{
    private readonly DataConverter _converter;

    /// <summary>Creates it from what the server sent.</summary>
    /// <param name="rawDescription">What the server sent.</param>
    /// <param name="dataConverter">Converter for memo, summary and details.</param>
    protected internal WorkflowExecutionDescription(
        DescribeWorkflowExecutionResponse rawDescription, DataConverter dataConverter)
        : base(rawDescription.WorkflowExecutionInfo, dataConverter, null)
    {
        RawDescription = rawDescription;
        _converter = dataConverter;
    }

    /// <summary>What the server sent.</summary>
    internal DescribeWorkflowExecutionResponse RawDescription { get; private init; }

    /// <summary>Reads the summary given at the start.</summary>
    /// <returns>The summary, null if there is none.</returns>
    public async Task<string?> GetStaticSummaryAsync() =>
        RawDescription.ExecutionConfig?.UserMetadata?.Summary is { } payload
            ? await _converter.ToValueAsync<string>(payload)
            : null;

    /// <summary>Reads the details given at the start.</summary>
    /// <returns>The details, null if there are none.</returns>
    public async Task<string?> GetStaticDetailsAsync() =>
        RawDescription.ExecutionConfig?.UserMetadata?.Details is { } payload
            ? await _converter.ToValueAsync<string>(payload)
            : null;
}
