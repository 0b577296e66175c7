using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Signals;

/// <summary>A signal as it arrives.</summary>
/// <param name="RequestId">Makes a repeated delivery count once; empty for none.</param>
internal sealed record IncomingSignal(string Name, string RequestId)
{
    public Payloads? Input { get; init; }

    public Header? Header { get; init; }

    public string Identity { get; init; } = string.Empty;

    public WorkflowExecution? Sender { get; init; }

    public IReadOnlyList<Link> Links { get; init; } = [];
}

/// <summary>Puts signals into histories.</summary>
internal static class SignalReception
{
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">The run is closing, or takes no more signals.</exception>
    public static void Receive(RunChange run, IncomingSignal signal)
    {
        var state = run.State;
        if (signal.RequestId.Length > 0 && state.SignalRequestIds.Contains(signal.RequestId))
        {
            return;
        }

        ClosingGuard.Require(state);
        if (state.SignalCount >= EngineLimits.SignalsTotal)
        {
            throw Refusals.Invalid("exceeded workflow execution limit for signal events");
        }

        if (signal.RequestId.Length > 0)
        {
            state.SignalRequestIds = state.SignalRequestIds.Add(signal.RequestId);
        }

        state.SignalCount++;
        run.Write(EventType.WorkflowExecutionSignaled, e =>
        {
            e.WorkflowExecutionSignaledEventAttributes = new()
            {
                SignalName = signal.Name,
                Input = signal.Input,
                Identity = signal.Identity,
                Header = signal.Header,
                ExternalWorkflowExecution = signal.Sender,
            };
            e.Links.AddRange(signal.Links);
        });
        WorkflowTaskScheduling.Need(run);
    }
}
