using Microsoft.Extensions.Logging;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Slots;

/// <summary>Slots by a supplier of the user's; its mistakes are logged and stop nothing.</summary>
/// <param name="supplier">The supplier.</param>
/// <param name="context">The worker.</param>
internal sealed class CustomSlots(CustomSlotSupplier supplier, WorkerContext context) : ISlotSource
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<CustomSlotSupplier>();

    /// <inheritdoc/>
    public int? Count => null;

    /// <inheritdoc/>
    public async Task<SlotPermit> ReserveAsync(SlotReserveContext asked, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await supplier.ReserveSlotAsync(asked, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                _logger.LogError(e, "Slot supplier failed to reserve a slot, asking again");
                await Task.Delay(Pause, context.Time, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public SlotPermit? TryReserve(SlotReserveContext asked)
    {
        SlotPermit? permit = null;
        Guarded(() => permit = supplier.TryReserveSlot(asked));
        return permit;
    }

    /// <inheritdoc/>
    public void MarkUsed(SlotInfo info, SlotPermit permit) => Guarded(() => supplier.MarkSlotUsed(new(info, permit)));

    /// <inheritdoc/>
    public void Release(SlotInfo? info, SlotPermit permit) => Guarded(() => supplier.ReleaseSlot(new(info, permit)));

    private void Guarded(Action call)
    {
        try
        {
            call();
        }
        catch (Exception e)
        {
            _logger.LogError(e, "Slot supplier failed");
        }
    }
}
