using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>The reason that stopping and resuming never go without.</summary>
internal static class Reasons
{
    public static Option<string?> Option(string description) => Values.Text("--reason", "TEXT", description + " Required.");

    public static string Required(string? reason, string verb) =>
        reason ?? throw CommandException.BadInput($"--reason is missing. Say why: gauntlet {verb} --reason \"…\".");
}
