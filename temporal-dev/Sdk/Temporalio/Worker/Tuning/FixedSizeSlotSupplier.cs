namespace Temporalio.Worker.Tuning;

/// <summary>A fixed number of slots.</summary>
/// <param name="slotCount">How many, at least one.</param>
public sealed class FixedSizeSlotSupplier(int slotCount) : SlotSupplier
{
    /// <summary>How many.</summary>
    public int SlotCount { get; } = slotCount;

    /// <inheritdoc/>
    internal override int Slots => SlotCount;
}
