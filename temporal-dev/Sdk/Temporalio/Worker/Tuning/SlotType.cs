namespace Temporalio.Worker.Tuning;

/// <summary>Kinds of tasks that need slots.</summary>
public enum SlotType
{
    /// <summary>Workflow tasks.</summary>
    Workflow = 0,

    /// <summary>Activities.</summary>
    Activity = 1,

    /// <summary>Local activities.</summary>
    LocalActivity = 2,

    /// <summary>Nexus operations, of which this worker runs none.</summary>
    NexusOperation = 3,
}
