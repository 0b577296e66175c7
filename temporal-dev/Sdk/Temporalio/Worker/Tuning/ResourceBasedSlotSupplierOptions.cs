namespace Temporalio.Worker.Tuning;

/// <summary>Bounds of a resource-based slot supplier.</summary>
/// <param name="MinimumSlots">Slots given whatever the load. Default null: 5 for workflow tasks, 1 otherwise.</param>
/// <param name="MaximumSlots">Slots never exceeded. Default null: 500.</param>
/// <param name="RampThrottle">Least time between two slots above the minimum. Default null: none for workflow tasks, 50 ms otherwise.</param>
public sealed record ResourceBasedSlotSupplierOptions(int? MinimumSlots = null, int? MaximumSlots = null, TimeSpan? RampThrottle = null);
