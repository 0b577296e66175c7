using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>An activity that is completed from outside its worker.</summary>
/// <param name="Client">Client to call with.</param>
/// <param name="Activity">The activity.</param>
public record AsyncActivityHandle(ITemporalClient Client, AsyncActivityHandle.Reference Activity)
    : IWithSerializationContext<AsyncActivityHandle>
{
    /// <summary>Converter in place of the client's. Default null: the client's.</summary>
    public DataConverter? DataConverterOverride { get; init; }

    /// <summary>Heartbeats the activity.</summary>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the heartbeat.</returns>
    /// <exception cref="Exceptions.AsyncActivityCanceledException">The activity was cancelled.</exception>
    public Task HeartbeatAsync(AsyncActivityHeartbeatOptions? options = null) =>
        Client.OutboundInterceptor.HeartbeatAsyncActivityAsync(new(Activity, options, DataConverterOverride));

    /// <summary>Completes the activity.</summary>
    /// <param name="result">Result.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the result.</returns>
    public Task CompleteAsync(object? result = null, AsyncActivityCompleteOptions? options = null) =>
        Client.OutboundInterceptor.CompleteAsyncActivityAsync(new(Activity, result, options, DataConverterOverride));

    /// <summary>Fails the activity.</summary>
    /// <param name="exception">Why it failed.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the failure.</returns>
    public Task FailAsync(Exception exception, AsyncActivityFailOptions? options = null) =>
        Client.OutboundInterceptor.FailAsyncActivityAsync(new(Activity, exception, options, DataConverterOverride));

    /// <summary>Reports the activity as cancelled.</summary>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the report.</returns>
    public Task ReportCancellationAsync(AsyncActivityReportCancellationOptions? options = null) =>
        Client.OutboundInterceptor.ReportCancellationAsyncActivityAsync(new(Activity, options, DataConverterOverride));

    /// <inheritdoc />
    public AsyncActivityHandle WithSerializationContext(ISerializationContext context) => this with
    {
        DataConverterOverride =
            (DataConverterOverride ?? Client.Options.DataConverter).WithSerializationContext(context),
    };

    /// <summary>Which activity.</summary>
    public abstract record Reference
    {
        private protected Reference()
        {
        }
    }

    /// <summary>An activity by its ids.</summary>
    /// <param name="WorkflowId">Workflow id.</param>
    /// <param name="RunId">Run id, null for the latest run.</param>
    /// <param name="ActivityId">Activity id.</param>
    public record IdReference(string WorkflowId, string? RunId, string ActivityId) : Reference;

    /// <summary>An activity by its task token.</summary>
    /// <param name="TaskToken">Task token.</param>
    public record TaskTokenReference(byte[] TaskToken) : Reference;
}
