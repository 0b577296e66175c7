namespace Temporalio.Worker.Tuning;

/// <summary>Decides how many tasks of a kind run at a time.</summary>
public abstract class SlotSupplier
{
    private protected SlotSupplier()
    {
    }

    /// <summary>Slots to give out.</summary>
    internal abstract int Slots { get; }
}
