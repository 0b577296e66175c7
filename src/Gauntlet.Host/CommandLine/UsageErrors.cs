using System.CommandLine;
using System.CommandLine.Parsing;
using Gauntlet.Domain.Input;

namespace Gauntlet.Host.CommandLine;

/// <summary>Says what is wrong with a call, naming the nearest verb or option.</summary>
internal static class UsageErrors
{
    /// <summary>One message; only the first cause, since the others mostly follow from it.</summary>
    public static string Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = Path(parsed.CommandResult);
        if (parsed.UnmatchedTokens is [var stranger, ..]) return Unknown(command, path, stranger);
        if (command.Subcommands.Count > 0 && parsed.CommandResult.Children.OfType<CommandResult>().FirstOrDefault() is null && command.Action is null)
            return $"A verb is missing after '{path}'. Give one of: {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}.";

        return parsed.Errors[0].Message;
    }

    private static string Unknown(Command command, string path, string stranger)
    {
        if (stranger.StartsWith('-'))
        {
            var options = Options(command).Select(option => option.Name).ToList();
            return $"'{path}' has no option '{stranger}'. {Nearest.Hint(stranger, options)} See '{path} --help'.";
        }

        if (command.Subcommands.Count == 0) return $"'{path}' takes no further argument '{stranger}'. See '{path} --help'.";

        var verbs = command.Subcommands.Select(verb => verb.Name).ToList();
        return $"There is no verb '{stranger}'. {Nearest.Hint(stranger, verbs)}";
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(Options).Where(option => option.Recursive));

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "gauntlet";
}
