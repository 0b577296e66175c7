namespace Temporalio.Worker.Tuning;

/// <summary>Slots for each kind of task.</summary>
public interface IWorkerTuner
{
    /// <summary>Slots for workflow tasks.</summary>
    SlotSupplier WorkflowTaskSlotSupplier { get; }

    /// <summary>Slots for activities.</summary>
    SlotSupplier ActivityTaskSlotSupplier { get; }

    /// <summary>Slots for local activities.</summary>
    SlotSupplier LocalActivitySlotSupplier { get; }
}
