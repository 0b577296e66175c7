using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Slots;

/// <summary>Gives slots of one kind to one worker.</summary>
internal interface ISlotSource
{
    /// <summary>How many slots there are, taken or not; null if there is no fixed number.</summary>
    int? Count { get; }

    /// <summary>Waits for a slot.</summary>
    Task<SlotPermit> ReserveAsync(SlotReserveContext asked, CancellationToken cancellationToken);

    /// <summary>A slot if there is one at once; null otherwise.</summary>
    SlotPermit? TryReserve(SlotReserveContext asked);

    /// <summary>A task begins to use a slot.</summary>
    void MarkUsed(SlotInfo info, SlotPermit permit);

    /// <summary>A slot comes back.</summary>
    /// <param name="info">What it was used for; null if for nothing.</param>
    /// <param name="permit">Its permit.</param>
    void Release(SlotInfo? info, SlotPermit permit);
}
