namespace Temporalio.Worker.Tuning;

/// <summary>A slot that a task begins to use.</summary>
/// <param name="SlotInfo">What it is used for.</param>
/// <param name="Permit">The permit.</param>
public record SlotMarkUsedContext(SlotInfo SlotInfo, SlotPermit Permit);
