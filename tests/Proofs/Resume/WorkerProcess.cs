using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gauntlet.Proofs.Resume;

/// <summary>A worker as a process of its own, to be killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly TaskCompletionSource _working = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Starts a worker against what runs in a home folder, and returns once it polls.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message has its words.</exception>
    public static async Task<WorkerProcess> StartAsync(string home, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"))
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = home,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "gauntlet.dll"));
        start.ArgumentList.Add("worker");
        foreach (var variable in (string[])["TEMPORAL_ADDRESS", "GAUNTLET_DATABASE"]) start.Environment.Remove(variable);
        start.Environment["GAUNTLET_HOME"] = home;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
        var worker = new WorkerProcess(process);
        var words = new List<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("working", StringComparison.Ordinal) == true) worker._working.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (words) words.Add(line.Data ?? string.Empty);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync(cancellation);
        if (await Task.WhenAny(worker._working.Task, ended).WaitAsync(Patience, cancellation) != ended) return worker;
        lock (words) throw new InvalidOperationException($"The worker ended with exit code {process.ExitCode}: {string.Join(' ', words).Trim()}");
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
