using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Slots;

/// <summary>Bounds of a resource-based supplier, and the decision between them. Pure.</summary>
/// <param name="Minimum">Slots given whatever the load.</param>
/// <param name="Maximum">Slots never exceeded.</param>
/// <param name="Ramp">Least time between two slots above the minimum.</param>
internal readonly record struct ResourceBounds(int Minimum, int Maximum, TimeSpan Ramp)
{
    /// <summary>Bounds as asked for, with the defaults of a kind.</summary>
    public static ResourceBounds Of(SlotType type, ResourceBasedSlotSupplierOptions options)
    {
        var isWorkflow = type == SlotType.Workflow;
        var minimum = options.MinimumSlots ?? (isWorkflow ? 5 : 1);
        return new(
            minimum,
            Math.Max(minimum, options.MaximumSlots ?? 500),
            options.RampThrottle ?? (isWorkflow ? TimeSpan.Zero : TimeSpan.FromMilliseconds(50)));
    }

    /// <summary>Whether one more slot is given.</summary>
    /// <param name="taken">Slots that are out.</param>
    /// <param name="sinceLast">Time since the last was given.</param>
    /// <param name="memory">Memory in use, a fraction.</param>
    /// <param name="cpu">Processors in use, a fraction.</param>
    /// <param name="target">How busy the machine may become.</param>
    public bool Allows(int taken, TimeSpan sinceLast, double memory, double cpu, ResourceBasedTunerOptions target) =>
        taken < Minimum ||
        (taken < Maximum && sinceLast >= Ramp && memory < target.TargetMemoryUsage && cpu < target.TargetCpuUsage);
}
