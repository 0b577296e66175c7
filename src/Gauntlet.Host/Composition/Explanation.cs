using Gauntlet.Domain.Input;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Composition;

/// <summary>What an error means to the caller.</summary>
internal static class Explanation
{
    /// <summary>The one message and exit code of an error.</summary>
    public static CommandException Of(Exception error) => error switch
    {
        CommandException failure => failure,
        AggregateException { InnerExceptions: [var only] } => Of(only),
        InvalidInputException => CommandException.BadInput(error.Message, error),
        UnauthorizedAccessException => CommandException.Failed($"Access denied: {error.Message}", error),
        IOException => CommandException.Failed(error.Message, error),
        _ => CommandException.Failed($"An unexpected error: {error.Message}", error),
    };
}
