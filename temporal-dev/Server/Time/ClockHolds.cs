namespace Gauntlet.Temporal.Server.Time;

/// <summary>Holds on a clock by those who hold it often: a name is made only where the clock can jump at all.</summary>
internal sealed class ClockHolds(VirtualClock clock)
{
    /// <summary>True when the clock can jump, so that holds keep it from something.</summary>
    public bool Matter => clock.IsSkipping;

    /// <summary>Keeps the clock from jumping until the result is disposed.</summary>
    /// <param name="name">What is being waited for.</param>
    public IDisposable Take(string name) => clock.Hold(name);

    /// <summary>Keeps the clock from jumping until the result is disposed.</summary>
    /// <param name="kind">What is being waited for.</param>
    /// <param name="one">Which one of its kind.</param>
    public IDisposable Take<T>(string kind, T one) => clock.IsSkipping ? clock.Hold($"{kind} {one}") : ClockHold.None;
}
