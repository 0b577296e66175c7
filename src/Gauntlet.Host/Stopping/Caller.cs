using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Stopping;

/// <summary>Who calls.</summary>
internal static class Caller
{
    /// <summary>Name of the user as the system knows it.</summary>
    public static string Of(Surroundings surroundings) =>
        surroundings.Environment.GetValueOrDefault("USER") is { Length: > 0 } user ? user : Environment.UserName;
}
