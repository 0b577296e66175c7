using Temporalio.Worker.Slots;

namespace Temporalio.Worker.Tuning;

/// <summary>Slots by rules of your own. Methods are called from any thread; only <see cref="ReserveSlotAsync"/> may take its time.</summary>
public abstract class CustomSlotSupplier : SlotSupplier
{
    /// <summary>Waits for a slot. What it throws is logged, and it is asked again a second later.</summary>
    /// <param name="ctx">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the slot is no longer wanted.</param>
    /// <returns>A permit.</returns>
    public abstract Task<SlotPermit> ReserveSlotAsync(SlotReserveContext ctx, CancellationToken cancellationToken);

    /// <summary>Gives a slot if there is one at once, as for activities that start with the task that schedules them.</summary>
    /// <param name="ctx">Who asks.</param>
    /// <returns>A permit; null if there is none.</returns>
    public abstract SlotPermit? TryReserveSlot(SlotReserveContext ctx);

    /// <summary>A task begins to use a slot.</summary>
    /// <param name="ctx">The slot and its use.</param>
    public abstract void MarkSlotUsed(SlotMarkUsedContext ctx);

    /// <summary>A slot is given back, used or not.</summary>
    /// <param name="ctx">The slot and its use.</param>
    public abstract void ReleaseSlot(SlotReleaseContext ctx);

    /// <inheritdoc/>
    internal override ISlotSource Open(SlotType type, WorkerContext context) => new CustomSlots(this, context);
}
