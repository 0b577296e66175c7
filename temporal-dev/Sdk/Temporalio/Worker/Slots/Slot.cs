using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Slots;

/// <summary>A slot in hand; dispose to give it back.</summary>
/// <param name="slots">Where it comes from.</param>
/// <param name="permit">Its permit.</param>
internal sealed class Slot(TaskSlots slots, SlotPermit permit) : IDisposable
{
    private SlotInfo? _use;
    private int _released;

    /// <summary>Says what it is used for.</summary>
    public void Use(SlotInfo info)
    {
        _use = info;
        slots.MarkUsed(info, permit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            slots.Release(_use, permit);
        }
    }
}
