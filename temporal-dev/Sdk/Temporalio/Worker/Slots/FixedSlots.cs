using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Slots;

/// <summary>A fixed number of slots.</summary>
/// <param name="count">How many.</param>
internal sealed class FixedSlots(int count) : ISlotSource
{
    private static readonly SlotPermit Permit = new();

    private readonly SemaphoreSlim _free = new(count);

    /// <inheritdoc/>
    public int? Count => count;

    /// <inheritdoc/>
    public async Task<SlotPermit> ReserveAsync(SlotReserveContext asked, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return Permit;
    }

    /// <inheritdoc/>
    public SlotPermit? TryReserve(SlotReserveContext asked) => _free.Wait(0) ? Permit : null;

    /// <inheritdoc/>
    public void MarkUsed(SlotInfo info, SlotPermit permit)
    {
    }

    /// <inheritdoc/>
    public void Release(SlotInfo? info, SlotPermit permit) => _free.Release();
}
