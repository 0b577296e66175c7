namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Limits of Nexus operations in the real server's default configuration.</summary>
internal static class NexusLimits
{
    public const int PendingOperations = 30;
    public const int NameLength = 1000;
    public const int TokenLength = 4096;

    /// <summary>Of all names and values of a header together.</summary>
    public const int HeaderBytes = 4096;

    public const int Callbacks = 32;
    public const int CallbackUrlLength = 1000;

    /// <summary>Of all names and values of a callback's header together.</summary>
    public const int CallbackHeaderBytes = 8192;

    /// <summary>How long a handler may take to answer one attempt.</summary>
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromHours(1);

    /// <summary>The wait after so many attempts: a second, doubled each time, up to an hour.</summary>
    /// <param name="attempts">From 1.</param>
    public static TimeSpan Backoff(int attempts)
    {
        var wait = FirstBackoff * Math.Pow(2, Math.Min(attempts - 1, 16));
        return wait < LongestBackoff ? wait : LongestBackoff;
    }
}
