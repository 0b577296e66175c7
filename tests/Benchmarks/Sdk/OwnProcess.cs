using System.Diagnostics;
using Gauntlet.TypeScript;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Starts this program again, as a server or as a worker.</summary>
internal static class OwnProcess
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);

    /// <summary>A worker of ours that polls.</summary>
    public static async Task<WorkerHandle> StartWorkerAsync(string address, string taskQueue)
    {
        var worker = Start(WorkerProgram.Verb, address, taskQueue);
        await worker.ReadAsync("ready", StartTime);
        return worker;
    }

    /// <summary>A server, and its address.</summary>
    public static async Task<(WorkerHandle Server, string Address)> StartServerAsync()
    {
        var server = Start(ServerProgram.Verb);
        return (server, (await server.ReadAsync("ready ", StartTime))["ready ".Length..]);
    }

    private static WorkerHandle Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Code that counts for its own optimisation is slower for most of a run of seconds.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new(Process.Start(start)!);
    }
}
