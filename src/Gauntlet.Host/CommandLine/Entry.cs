using System.CommandLine;
using Gauntlet.Host.Composition;

namespace Gauntlet.Host.CommandLine;

/// <summary>From arguments to exit code; whatever happens, the caller sees one message and no stack trace.</summary>
internal static class Entry
{
    /// <summary>The process's own entry: listens to Ctrl-C and SIGTERM.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var interrupt = new Interrupt();
        return await RunAsync(args, Surroundings.OfProcess(), Actions.All(), interrupt.Token);
    }

    /// <summary>One call in given surroundings.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings surroundings, VerbActions actions, CancellationToken interrupted)
    {
        var root = CommandTree.Create(new(surroundings, actions));
        var parsed = root.Parse(args, new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        try
        {
            // Help and version clear the errors of what is missing beside them.
            if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
                throw CommandException.BadInput(UsageErrors.Describe(parsed));

            return await parsed.InvokeAsync(
                new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = surroundings.Output, Error = surroundings.Error },
                interrupted);
        }
        catch (Exception error)
        {
            return ErrorReport.Write(error, surroundings, interrupted);
        }
    }
}
