using System.Diagnostics;
using Gauntlet.TypeScript;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Starts this program again, as a server or as a worker.</summary>
internal static class OwnProcess
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);

    /// <summary>A worker of ours that polls.</summary>
    public static Task<WorkerHandle> StartWorkerAsync(string address, string taskQueue) => StartedAsync(WorkerProgram.Verb, address, taskQueue);

    /// <summary>The same, that does not look for what a replay would not do again.</summary>
    public static Task<WorkerHandle> StartUnwatchedWorkerAsync(string address, string taskQueue) =>
        StartedAsync(WorkerProgram.Verb, address, taskQueue, WorkerProgram.Unwatched);

    /// <summary>A server, and its address.</summary>
    public static async Task<(WorkerHandle Server, string Address)> StartServerAsync()
    {
        var server = Start(ServerProgram.Verb);
        return (server, (await server.ReadAsync("ready ", StartTime))["ready ".Length..]);
    }

    private static async Task<WorkerHandle> StartedAsync(params string[] arguments)
    {
        var worker = Start(arguments);
        await worker.ReadAsync("ready", StartTime);
        return worker;
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
