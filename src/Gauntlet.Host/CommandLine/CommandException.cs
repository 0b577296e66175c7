namespace Gauntlet.Host.CommandLine;

/// <summary>A verb cannot go on, and the caller is to be told in one message: field, value, remedy.</summary>
internal sealed class CommandException : Exception
{
    public CommandException(int exitCode, string message, Exception? inner = null)
        : base(message, inner) => ExitCode = exitCode;

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; }

    /// <summary>The caller's input is wrong.</summary>
    public static CommandException BadInput(string message, Exception? inner = null) => new(ExitCodes.BadInput, message, inner);

    /// <summary>The world is not as it should be.</summary>
    public static CommandException Failed(string message, Exception? inner = null) => new(ExitCodes.Failed, message, inner);

    /// <summary>The emergency latch is closed.</summary>
    public static CommandException Stopped(string message, Exception? inner = null) => new(ExitCodes.Stopped, message, inner);
}
