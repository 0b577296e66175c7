using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>A signal on its way to another workflow.</summary>
internal sealed record PendingSignal(long InitiatedEventId, SignalExternalWorkflowExecutionInitiatedEventAttributes Initiated, string RequestId);

/// <summary>A cancel request on its way to another workflow.</summary>
internal sealed record PendingCancel(long InitiatedEventId, RequestCancelExternalWorkflowExecutionInitiatedEventAttributes Initiated, string RequestId);
