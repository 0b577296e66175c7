namespace Gauntlet.Contracts.Safety;

/// <summary>Input of the workflow <c>Safety</c>; a continued run carries the latch.</summary>
/// <param name="Latch">The latch; null on the first run, which reads the stored one.</param>
public sealed record SafetyState(LatchState? Latch = null);
