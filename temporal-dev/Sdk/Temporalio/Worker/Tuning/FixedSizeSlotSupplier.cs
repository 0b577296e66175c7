using Temporalio.Worker.Slots;

namespace Temporalio.Worker.Tuning;

/// <summary>A fixed number of slots.</summary>
/// <param name="slotCount">How many, at least one.</param>
public sealed class FixedSizeSlotSupplier(int slotCount) : SlotSupplier
{
    /// <summary>How many.</summary>
    public int SlotCount { get; } = slotCount;

    /// <inheritdoc/>
    internal override ISlotSource Open(SlotType type, WorkerContext context) => new FixedSlots(SlotCount);
}
