using Temporalio.Worker.Slots;

namespace Temporalio.Worker.Tuning;

/// <summary>Slots as long as memory and processors have room.</summary>
/// <param name="options">Bounds.</param>
/// <param name="tunerOptions">How busy the machine may become; the same for all suppliers of a worker.</param>
public sealed class ResourceBasedSlotSupplier(ResourceBasedSlotSupplierOptions options, ResourceBasedTunerOptions tunerOptions) : SlotSupplier
{
    /// <summary>How busy the machine may become.</summary>
    public ResourceBasedTunerOptions TunerOptions { get; } = tunerOptions;

    /// <summary>Bounds.</summary>
    public ResourceBasedSlotSupplierOptions Options { get; } = options;

    /// <inheritdoc/>
    internal override ISlotSource Open(SlotType type, WorkerContext context) =>
        new ResourceSlots(ResourceBounds.Of(type, Options), TunerOptions, MachineLoad.Shared, context.Time);
}
