using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Matching;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Nexus.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Brings attempts to the endpoint that they name, and their outcome back into the run that made them.</summary>
internal sealed class NexusDispatch(
    WorkflowRuns runs, TaskQueues queues, NexusServices services, CircuitBreakers breakers, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private readonly NexusCalls _calls = new(queues, clock);
    private readonly NexusRequests _requests = new(services);
    private readonly HttpCalls _http = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>Attempts that wait for a worker's answer.</summary>
    public NexusCalls Calls => _calls;

    public Task StartAsync(OfferNexusStart offer) => SendAsync(new(offer.Run, offer.ScheduledEventId, offer.Stamp, IsCancel: false));

    public Task CancelAsync(OfferNexusCancel offer) => SendAsync(new(offer.Run, offer.ScheduledEventId, offer.Stamp, IsCancel: true));

    /// <summary>Takes an answer. Once it returns, the answer cannot be lost.</summary>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">UNAVAILABLE: the store cannot be reached.</exception>
    public async Task SettleAsync(NexusCall call, CallOutcome outcome)
    {
        await runs.ChangeAsync(call.Run.Workflow, scope => CallResults.TakeAsync(scope, call, outcome));
        _calls.Remove(call);
        call.Breaker?.Report(isWell: outcome is not CallOutcome.Refused { IsOfDestination: true });
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _calls.Dispose();
        _http.Dispose();
        _end.Dispose();
    }

    private async Task SendAsync(NexusCall call)
    {
        if (await runs.ReadAsync(call.Run.Workflow, call.Run.RunId) is not { IsRunning: true } state
            || !state.NexusOperations.TryGetValue(call.ScheduledEventId, out var operation) || !call.IsOf(operation))
        {
            return;
        }

        var endpoint = services.ById(operation.Scheduled.EndpointId) ?? services.ByName(operation.Scheduled.Endpoint);
        if (endpoint is null)
        {
            await SettleAsync(call, HandlerErrors.NoEndpoint());
            return;
        }

        var breaker = breakers.Of(call.Run.Namespace, endpoint.Spec.Name);
        if (breaker.TryPass(out var wait)) await SendAsync(call with { Breaker = breaker }, operation, endpoint.Spec.Target);
        else _ = LaterAsync(call, wait);
    }

    private async Task SendAsync(NexusCall call, PendingNexusOperation operation, EndpointTarget target)
    {
        var address = target.External is null ? services.CallbackAddress() : await services.HttpAddressAsync();
        var now = clock.GetUtcNow();
        var due = now + NexusLimits.RequestTimeout;
        if (operation.Expiration < due) due = operation.Expiration.Value;
        call = call with
        {
            Due = due,
            Request = call.IsCancel ? _requests.Cancel(operation, now, due) : _requests.Start(call.Run, operation, address, now, due),
            Queue = new(target.Worker?.Namespace ?? string.Empty, target.Worker?.TaskQueue ?? string.Empty, TaskQueueType.Nexus),
        };
        if (target.External is { } external) _ = CallAsync(call, external.Url, due - now);
        else _calls.Add(call, expired => _ = SettlePatientlyAsync(expired, HandlerErrors.OfCall("request timed out")));
    }

    private async Task CallAsync(NexusCall call, string url, TimeSpan limit)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        timeout.CancelAfter(limit > TimeSpan.Zero ? limit : TimeSpan.Zero);
        var outcome = await _http.SendAsync(url, call.Request, timeout.Token);

        // A server that ends leaves the attempt to the next one.
        await SettlePatientlyAsync(call, outcome);
    }

    private async Task LaterAsync(NexusCall call, TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, clock, _end.Token);
            await SendAsync(call);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The server that starts next sends it.
        }
        catch (Exception error)
        {
            log.LogWarning(error, "Nexus call {Call} could not be sent; it is tried again.", call);
            _ = LaterAsync(call, EffectBackoff.After(EffectBackoff.Attempts));
        }
    }

    private async Task SettlePatientlyAsync(NexusCall call, CallOutcome outcome)
    {
        for (var attempt = 1; !_end.IsCancellationRequested; attempt++)
        {
            try
            {
                await SettleAsync(call, outcome);
                return;
            }
            catch (Exception error)
            {
                log.LogWarning(error, "The outcome of Nexus call {Call} could not be kept; it is tried again.", call);
                await Task.Delay(EffectBackoff.After(attempt), TimeProvider.System, _end.Token)
                    .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }
}
