using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Slots;

/// <summary>Slots as long as memory and processors have room.</summary>
/// <param name="bounds">Bounds.</param>
/// <param name="target">How busy the machine may become.</param>
/// <param name="load">How busy it is.</param>
/// <param name="time">Clock.</param>
internal sealed class ResourceSlots(ResourceBounds bounds, ResourceBasedTunerOptions target, IMachineLoad load, TimeProvider time) : ISlotSource
{
    private static readonly SlotPermit Permit = new();
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private int _taken;
    private long _last;

    /// <inheritdoc/>
    public int? Count => null;

    /// <inheritdoc/>
    public async Task<SlotPermit> ReserveAsync(SlotReserveContext asked, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryReserve(asked) is { } permit)
            {
                return permit;
            }

            // The load changes by itself, so that there is nothing to wait for but time.
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public SlotPermit? TryReserve(SlotReserveContext asked)
    {
        var (memory, cpu) = load.Read();
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var sinceLast = _last == 0 ? TimeSpan.MaxValue : time.GetElapsedTime(_last, now);
            if (!bounds.Allows(_taken, sinceLast, memory, cpu, target))
            {
                return null;
            }

            _taken++;
            _last = now;
            return Permit;
        }
    }

    /// <inheritdoc/>
    public void MarkUsed(SlotInfo info, SlotPermit permit)
    {
    }

    /// <inheritdoc/>
    public void Release(SlotInfo? info, SlotPermit permit)
    {
        lock (_gate)
        {
            _taken--;
        }
    }
}
