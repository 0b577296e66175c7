using Temporalio.Worker.Slots;

namespace Temporalio.Worker.Tuning;

/// <summary>Decides how many tasks of a kind run at a time.</summary>
public abstract class SlotSupplier
{
    private protected SlotSupplier()
    {
    }

    /// <summary>Begins to give slots to a worker.</summary>
    /// <param name="type">Kind of task.</param>
    /// <param name="context">The worker.</param>
    internal abstract ISlotSource Open(SlotType type, WorkerContext context);
}
