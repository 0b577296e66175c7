using System.Diagnostics;

namespace Gauntlet.Storage.Cluster;

/// <summary>Runs another program to its end.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    public static Command Run(params IReadOnlyList<string> line)
    {
        using var process = Process.Start(Describe(line))!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public static async Task<Command> RunAsync(IReadOnlyList<string> line, CancellationToken cancellation)
    {
        using var process = Process.Start(Describe(line))!;
        process.StandardInput.Close();
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new(process.ExitCode, output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // The working directory of the caller may be closed to the user that the program runs as.
    private static ProcessStartInfo Describe(IReadOnlyList<string> line) => new(line[0], line.Skip(1))
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    };
}
