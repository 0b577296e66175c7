namespace Gauntlet.Contracts.Safety;

/// <summary>The emergency latch: closed by a stop, opened only by a resume with a reason.</summary>
/// <param name="Stopped">True while closed.</param>
/// <param name="Reason">Reason of the stop; null while open.</param>
/// <param name="By">Who stopped; null while open.</param>
/// <param name="At">When, UTC; null while open.</param>
/// <param name="Flatten">The stop asked to close positions.</param>
public sealed record LatchState(bool Stopped, string? Reason, string? By, DateTimeOffset? At, bool Flatten)
{
    /// <summary>Nothing is stopped.</summary>
    public static LatchState Open { get; } = new(false, null, null, null, false);
}
