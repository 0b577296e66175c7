using Gauntlet.Host.Composition;

namespace Gauntlet.Host.CommandLine;

/// <summary>What the caller sees of an error: one message; the rest goes to the log file.</summary>
internal static class ErrorReport
{
    /// <summary>Writes the message and gives the exit code.</summary>
    public static int Write(Exception error, Surroundings surroundings, CancellationToken interrupted)
    {
        if (error is OperationCanceledException && interrupted.IsCancellationRequested)
        {
            surroundings.Error.WriteLine("gauntlet: interrupted");
            return ExitCodes.Interrupted;
        }

        var failure = Explanation.Of(error);
        surroundings.Error.WriteLine($"gauntlet: {failure.Message}");
        if (failure.ExitCode == ExitCodes.Failed)
        {
            using var log = new LogFile(surroundings);
            log.Logger.Error(error, "A verb failed");
            surroundings.Error.WriteLine($"gauntlet: details in {log.Path}");
        }

        return failure.ExitCode;
    }
}
