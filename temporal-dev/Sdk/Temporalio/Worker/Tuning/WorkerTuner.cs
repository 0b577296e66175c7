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

    /// <summary>Slots as long as memory and processors have room.</summary>
    /// <param name="targetMemoryUsage">Share of memory, from 0 to 1; 0.8 is a good value.</param>
    /// <param name="targetCpuUsage">Share of all processors, from 0 to 1; 0.9 is a good value.</param>
    /// <param name="workflowOptions">Bounds for workflow tasks. Default null: the defaults.</param>
    /// <param name="activityOptions">Bounds for activities. Default null: the defaults.</param>
    /// <param name="localActivityOptions">Bounds for local activities. Default null: the defaults.</param>
    /// <param name="nexusOptions">Bounds for Nexus tasks. Default null: the defaults.</param>
    public static WorkerTuner CreateResourceBased(
        double targetMemoryUsage,
        double targetCpuUsage,
        ResourceBasedSlotSupplierOptions? workflowOptions = null,
        ResourceBasedSlotSupplierOptions? activityOptions = null,
        ResourceBasedSlotSupplierOptions? localActivityOptions = null,
        ResourceBasedSlotSupplierOptions? nexusOptions = null)
    {
        var target = new ResourceBasedTunerOptions(targetMemoryUsage, targetCpuUsage);
        return new(
            new ResourceBasedSlotSupplier(workflowOptions ?? new(), target),
            new ResourceBasedSlotSupplier(activityOptions ?? new(), target),
            new ResourceBasedSlotSupplier(localActivityOptions ?? new(), target),
            new ResourceBasedSlotSupplier(nexusOptions ?? new(), target));
    }
}
