using Temporalio.Api.Update.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>How far an update has come.</summary>
internal enum UpdateStage
{
    /// <summary>Waits for a workflow task to carry it.</summary>
    Admitted,

    /// <summary>Travels with the started workflow task.</summary>
    Sent,

    /// <summary>The workflow took it on.</summary>
    Accepted,

    /// <summary>It has an outcome.</summary>
    Completed,
}

/// <summary>An update of a run. Rejected ones leave the table.</summary>
internal sealed record UpdateEntry
{
    public required string Id { get; init; }

    public required UpdateStage Stage { get; init; }

    /// <summary>Order of admission.</summary>
    public required long Order { get; init; }

    public required Request Request { get; init; }

    /// <summary>Its request stands in history already (it was reapplied by a reset), so no message carries it.</summary>
    public bool AdmittedByEvent { get; init; }

    public long AcceptedEventId { get; init; }

    public Outcome? Outcome { get; init; }
}
