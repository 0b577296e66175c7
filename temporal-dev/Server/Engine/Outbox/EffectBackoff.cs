namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>How long what follows from a commit waits after it failed, and how often it is tried.</summary>
internal static class EffectBackoff
{
    /// <summary>Attempts before what fails by itself is left to the next start; about five minutes.</summary>
    public const int Attempts = 40;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The wait after so many attempts: doubled each time, up to ten seconds.</summary>
    /// <param name="attempts">From 1.</param>
    public static TimeSpan After(int attempts)
    {
        var wait = First * Math.Pow(2, Math.Min(attempts - 1, 16));
        return wait < Longest ? wait : Longest;
    }
}
