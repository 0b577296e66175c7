namespace Temporalio.Worker.Tuning;

/// <summary>A slot that is given back.</summary>
/// <param name="SlotInfo">What it was used for; null if no task came.</param>
/// <param name="Permit">The permit.</param>
public record SlotReleaseContext(SlotInfo? SlotInfo, SlotPermit Permit);
