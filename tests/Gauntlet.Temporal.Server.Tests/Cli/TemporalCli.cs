using System.Diagnostics;

namespace Gauntlet.Temporal.Server.Tests.Cli;

/// <summary>Temporal's own CLI, and the real development server that is inside it.</summary>
internal sealed class TemporalCli
{
    private const int MostCalls = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private TemporalCli(string program) => Program = program;

    /// <summary>Path of the program.</summary>
    public string Program { get; }

    /// <summary>The CLI beside the checkout; null where it is absent.</summary>
    public static TemporalCli? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln"))) continue;
            var program = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "temporal", "temporal"));
            return File.Exists(program) ? new(program) : null;
        }

        return null;
    }

    /// <summary>Calls it and returns output, errors and exit code as one text.</summary>
    public async Task<string> CallAsync(string address, string command)
    {
        // It gives a connection a few seconds only, which a busy machine may not have.
        for (var call = 1; ; call++)
        {
            var text = await OnceAsync(address, command);
            if (call == MostCalls || !text.Contains("failed reaching server", StringComparison.Ordinal)) return text;
        }
    }

    private async Task<string> OnceAsync(string address, string command)
    {
        using var process = Start([.. Split(command), "--address", address, "--color", "never"]);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return $"{output}\n{await error}\nexit {process.ExitCode}";
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts the development server, which ends with the result.</summary>
    public async Task<RealServer> ServeAsync()
    {
        var server = new RealServer(this);
        for (var last = TimeProvider.System.GetUtcNow() + Patience; ;)
        {
            if ((await CallAsync(server.Address, "operator cluster health")).Contains("SERVING", StringComparison.Ordinal)) return server;
            if (TimeProvider.System.GetUtcNow() <= last) continue;
            await server.DisposeAsync();
            throw new TimeoutException($"The development server does not serve within {Patience}.");
        }
    }

    internal Process Start(IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(Program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static IEnumerable<string> Split(string command)
    {
        // Every second piece stands between quotes.
        var pieces = command.Split('\'');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 1) yield return pieces[i];
            else foreach (var word in pieces[i].Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return word;
        }
    }
}
