using Google.Protobuf.WellKnownTypes;
using Temporalio.Client;
using Temporalio.Client.Interceptors;

namespace Temporalio.Testing;

/// <summary>
/// An environment on a server that skips time. The server's clock is locked at first; whoever waits for a result
/// unlocks it meanwhile.
/// </summary>
internal sealed class TimeSkippingEnvironment : ServerEnvironment
{
    // The longest time that a timer of the call's limit can hold.
    private static readonly TimeSpan LongestCall = TimeSpan.FromDays(24);

    private readonly AsyncLocal<bool> _disabled;

    /// <summary>Makes the environment.</summary>
    public TimeSkippingEnvironment(IRunningServer server, TemporalConnection connection, TemporalClientOptions options)
        : this(server, connection, options, new())
    {
    }

    private TimeSkippingEnvironment(
        IRunningServer server, TemporalConnection connection, TemporalClientOptions options, AsyncLocal<bool> disabled)
        : base(server, connection, WithSkipping(options, connection, disabled)) => _disabled = disabled;

    /// <inheritdoc />
    public override bool SupportsTimeSkipping => true;

    /// <inheritdoc />
    public override Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null)
    {
        var limit = delay + TimeSpan.FromSeconds(30);
        return Client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(
            new() { Duration = Duration.FromTimeSpan(delay) },
            new() { CancellationToken = cancellationToken, Timeout = limit < LongestCall ? limit : LongestCall });
    }

    /// <inheritdoc />
    public override async Task<DateTime> GetCurrentTimeAsync()
    {
        var response = await Client.Connection.TestService.GetCurrentTimeAsync(
            new(), TemporalClient.DefaultRetryOptions(null));
        return response.Time.ToDateTime();
    }

    /// <inheritdoc />
    public override async Task<T> WithAutoTimeSkippingDisabledAsync<T>(Func<Task<T>> func)
    {
        // The value ends with this method: callers do not see what an async method sets.
        _disabled.Value = true;
        return await func();
    }

    private static TemporalClientOptions WithSkipping(
        TemporalClientOptions options, TemporalConnection connection, AsyncLocal<bool> disabled)
    {
        var copy = (TemporalClientOptions)options.Clone();
        copy.Interceptors = [.. options.Interceptors ?? [], new SkippingInterceptor(connection.TestService, disabled)];
        return copy;
    }

    private sealed class SkippingInterceptor(TestService service, AsyncLocal<bool> disabled) : IClientInterceptor
    {
        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) =>
            new Outbound(nextInterceptor, service, disabled);
    }

    private sealed class Outbound(ClientOutboundInterceptor next, TestService service, AsyncLocal<bool> disabled)
        : ClientOutboundInterceptor(next)
    {
        public override async Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(
            StartWorkflowInput input) =>
            new SkippingHandle<TWorkflow, TResult>(await base.StartWorkflowAsync<TWorkflow, TResult>(input), service, disabled);
    }

    private sealed record SkippingHandle<TWorkflow, TResult> : WorkflowHandle<TWorkflow, TResult>
    {
        private readonly TestService _service;
        private readonly AsyncLocal<bool> _disabled;

        public SkippingHandle(WorkflowHandle<TWorkflow, TResult> handle, TestService service, AsyncLocal<bool> disabled)
            : base(handle.Client, handle.Id, handle.RunId, handle.ResultRunId, handle.FirstExecutionRunId)
        {
            _service = service;
            _disabled = disabled;
        }

        public override async Task<T> GetResultAsync<T>(bool followRuns = true, RpcOptions? rpcOptions = null)
        {
            if (_disabled.Value)
            {
                return await base.GetResultAsync<T>(followRuns, rpcOptions);
            }

            await _service.UnlockTimeSkippingAsync(new(), TemporalClient.DefaultRetryOptions(null));
            try
            {
                return await base.GetResultAsync<T>(followRuns, rpcOptions);
            }
            finally
            {
                await _service.LockTimeSkippingAsync(new(), TemporalClient.DefaultRetryOptions(null));
            }
        }
    }
}
