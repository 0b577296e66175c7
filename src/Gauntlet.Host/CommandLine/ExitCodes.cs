namespace Gauntlet.Host.CommandLine;

/// <summary>What the process says when it ends; part of the public interface.</summary>
internal static class ExitCodes
{
    /// <summary>Done, whatever the verdict.</summary>
    public const int Done = 0;

    /// <summary>Something went wrong that is not the caller's fault.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by emergency stop.</summary>
    public const int Stopped = 3;

    /// <summary>The verdict that <c>--require</c> asked for was not reached.</summary>
    public const int RequirementMissed = 4;

    /// <summary>Interrupted by the caller.</summary>
    public const int Interrupted = 130;

    /// <summary>The meaning of a code in words; null for <see cref="Done"/>.</summary>
    public static string? Meaning(int code) => code switch
    {
        Done => null,
        BadInput => "bad usage or input",
        Stopped => "stopped by emergency stop",
        RequirementMissed => "the required verdict was not reached",
        Interrupted => "interrupted",
        _ => "failed",
    };
}
