namespace Temporalio.Worker.Tuning;

/// <summary>Slots for each kind of task.</summary>
/// <param name="workflowTaskSlotSupplier">For workflow tasks.</param>
/// <param name="activityTaskSlotSupplier">For activities.</param>
/// <param name="localActivitySlotSupplier">For local activities.</param>
/// <param name="nexusTaskSlotSupplier">For Nexus tasks, of which this worker runs none.</param>
public class WorkerTuner(
    SlotSupplier workflowTaskSlotSupplier,
    SlotSupplier activityTaskSlotSupplier,
    SlotSupplier localActivitySlotSupplier,
    SlotSupplier nexusTaskSlotSupplier) : IWorkerTuner
{
    /// <inheritdoc/>
    public SlotSupplier WorkflowTaskSlotSupplier { get; init; } = workflowTaskSlotSupplier;

    /// <inheritdoc/>
    public SlotSupplier ActivityTaskSlotSupplier { get; init; } = activityTaskSlotSupplier;

    /// <inheritdoc/>
    public SlotSupplier LocalActivitySlotSupplier { get; init; } = localActivitySlotSupplier;

    /// <summary>Slots for Nexus tasks, of which this worker runs none.</summary>
    public SlotSupplier NexusTaskSlotSupplier { get; init; } = nexusTaskSlotSupplier;

    /// <summary>Fixed numbers of slots.</summary>
    /// <param name="workflowTaskSlots">For workflow tasks.</param>
    /// <param name="activityTaskSlots">For activities.</param>
    /// <param name="localActivitySlots">For local activities.</param>
    /// <param name="nexusTaskSlots">For Nexus tasks.</param>
    public static WorkerTuner CreateFixedSize(int workflowTaskSlots, int activityTaskSlots, int localActivitySlots, int nexusTaskSlots = 100) =>
        new(
            new FixedSizeSlotSupplier(workflowTaskSlots),
            new FixedSizeSlotSupplier(activityTaskSlots),
            new FixedSizeSlotSupplier(localActivitySlots),
            new FixedSizeSlotSupplier(nexusTaskSlots));
}
