using System.Text.Json.Serialization;
using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>
/// Something that a committed change set in motion outside its own run. Delivered at least once, in order for each run; whoever
/// handles one looks at the run's state again and drops it if the state has moved on.
/// </summary>
[JsonDerivedType(typeof(StartChild), "startChild")]
[JsonDerivedType(typeof(DeliverSignal), "deliverSignal")]
[JsonDerivedType(typeof(DeliverCancel), "deliverCancel")]
[JsonDerivedType(typeof(FinishRun), "finishRun")]
[JsonDerivedType(typeof(DeleteRun), "deleteRun")]
internal abstract record OutboxTask(RunKey Run)
{
    /// <summary>False for what the run's own state says again after a restart: no store keeps it.</summary>
    public virtual bool IsKept => true;
}

/// <summary>Put the scheduled workflow task before pollers.</summary>
internal sealed record OfferWorkflowTask(RunKey Run, string Stamp) : OutboxTask(Run)
{
    public override bool IsKept => false;
}

/// <summary>Put the scheduled attempt of an activity before pollers.</summary>
internal sealed record OfferActivityTask(RunKey Run, long ScheduledEventId, string Stamp) : OutboxTask(Run)
{
    public override bool IsKept => false;
}

/// <summary>Call an attempt to start a Nexus operation.</summary>
internal sealed record OfferNexusStart(RunKey Run, long ScheduledEventId, string Stamp) : OutboxTask(Run)
{
    public override bool IsKept => false;
}

/// <summary>Call an attempt to cancel a Nexus operation.</summary>
internal sealed record OfferNexusCancel(RunKey Run, long ScheduledEventId, string Stamp) : OutboxTask(Run)
{
    public override bool IsKept => false;
}

/// <summary>Start a child workflow and tell its parent.</summary>
internal sealed record StartChild(RunKey Run, long InitiatedEventId) : OutboxTask(Run);

/// <summary>Deliver a signal to another workflow and tell the sender.</summary>
internal sealed record DeliverSignal(RunKey Run, long InitiatedEventId) : OutboxTask(Run);

/// <summary>Deliver a cancel request to another workflow and tell the sender.</summary>
internal sealed record DeliverCancel(RunKey Run, long InitiatedEventId) : OutboxTask(Run);

/// <summary>A run has ended: tell its parent and its callbacks, and deal with its children by their parent close policy.</summary>
internal sealed record FinishRun(RunKey Run) : OutboxTask(Run);

/// <summary>Remove a run and all that is kept of it.</summary>
internal sealed record DeleteRun(RunKey Run) : OutboxTask(Run);

/// <summary>A stored outbox task under the id by which it is taken out again.</summary>
internal sealed record OutboxEntry(string Id, OutboxTask Task);
