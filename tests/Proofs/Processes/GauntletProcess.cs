using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gauntlet.Proofs.Processes;

/// <summary>A verb of the product as a process of its own, to be killed.</summary>
internal sealed class GauntletProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GauntletProcess(Process process) => _process = process;

    /// <summary>Starts a worker against what runs in a home folder, and returns once it polls.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message has its words.</exception>
    public static Task<GauntletProcess> StartWorkerAsync(string home, CancellationToken cancellation) => StartAsync(home, ["worker"], ready: "working", database: null, cancellation);

    /// <summary>Starts a verb, and returns once it has said that it is ready.</summary>
    /// <param name="home">Home folder.</param>
    /// <param name="arguments">The verb and its options.</param>
    /// <param name="ready">Word by which it says that it is ready.</param>
    /// <param name="database">Value of <c>GAUNTLET_DATABASE</c>; null for the one of the home folder.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message has its words.</exception>
    public static async Task<GauntletProcess> StartAsync(string home, IEnumerable<string> arguments, string ready, string? database, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"))
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = home,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "gauntlet.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var variable in (string[])["TEMPORAL_ADDRESS", "GAUNTLET_DATABASE"]) start.Environment.Remove(variable);
        start.Environment["GAUNTLET_HOME"] = home;
        if (database is not null) start.Environment["GAUNTLET_DATABASE"] = database;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"'{start.ArgumentList[1]}' did not start.");
        var started = new GauntletProcess(process);
        var words = new List<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains(ready, StringComparison.Ordinal) == true) started._ready.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (words) words.Add(line.Data ?? string.Empty);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync(cancellation);
        if (await Task.WhenAny(started._ready.Task, ended).WaitAsync(Patience, cancellation) != ended) return started;
        lock (words) throw new InvalidOperationException($"'{start.ArgumentList[1]}' ended with exit code {process.ExitCode}: {string.Join(' ', words).Trim()}");
    }

    /// <summary>Ends it without a word, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Kills it if it still runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
