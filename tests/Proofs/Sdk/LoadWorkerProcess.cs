using System.Diagnostics;
using System.Globalization;
using Gauntlet.TypeScript;

namespace Gauntlet.Proofs.Sdk;

/// <summary>Keeps a worker process running: when it has killed itself, another begins.</summary>
internal sealed class LoadWorkerProcess(string address, string queue, double chance, int seed, Action killed)
{
    private const int Kept = 1000;

    /// <summary>Runs workers until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            using var process = Start(address, queue, chance, seed + (number * 1000), Kept);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var end = stop.Register(process.StandardInput.Close);
            await process.WaitForExitAsync(CancellationToken.None);
            if (!stop.IsCancellationRequested)
            {
                if (process.ExitCode == 0) throw new InvalidOperationException("A worker ended by itself.");
                killed();
            }
        }
    }

    /// <summary>Starts a worker that nobody kills.</summary>
    /// <param name="address">Server.</param>
    /// <param name="queue">Task queue.</param>
    /// <param name="cached">Runs that it keeps.</param>
    public static async Task<WorkerHandle> StartCalmAsync(string address, string queue, int cached)
    {
        var worker = new WorkerHandle(Start(address, queue, 0, 0, cached));
        await worker.ReadAsync("ready", TimeSpan.FromMinutes(1));
        return worker;
    }

    private static Process Start(string address, string queue, double chance, int seed, int cached)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(LoadWorkerProcess).Assembly.Location);
        string[] arguments =
        [
            LoadWorker.Verb, address, queue, chance.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture), cached.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
