using System.CommandLine;

namespace Gauntlet.Host.CommandLine;

/// <summary>Options that every verb takes.</summary>
/// <param name="ConfigFile">Settings file; null for <c>gauntlet.json</c> beside the call, if there is one.</param>
/// <param name="Quiet">No progress.</param>
/// <param name="NoColor">No colours even on a terminal.</param>
/// <param name="Ascii">Only ASCII glyphs.</param>
internal sealed record GlobalOptions(string? ConfigFile = null, bool Quiet = false, bool NoColor = false, bool Ascii = false)
{
    private static readonly Option<string?> Config = new("--config") { Description = "Settings file. Default: gauntlet.json beside the call, if there is one.", HelpName = "FILE", Recursive = true };
    private static readonly Option<bool> QuietOption = new("--quiet", "-q") { Description = "No progress.", Recursive = true };
    private static readonly Option<bool> NoColorOption = new("--no-color") { Description = "No colours (as with NO_COLOR).", Recursive = true };
    private static readonly Option<bool> AsciiOption = new("--ascii") { Description = "Only ASCII characters.", Recursive = true };

    public static void AddTo(RootCommand root)
    {
        root.Add(Config);
        root.Add(QuietOption);
        root.Add(NoColorOption);
        root.Add(AsciiOption);
    }

    public static GlobalOptions From(ParseResult parsed) =>
        new(parsed.GetValue(Config), parsed.GetValue(QuietOption), parsed.GetValue(NoColorOption), parsed.GetValue(AsciiOption));
}
