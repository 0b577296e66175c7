using System.Diagnostics;
using Gauntlet.TypeScript;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Starts the workers that are compared, each as a process of its own.</summary>
internal static class WorkerProcess
{
    /// <summary>Ours.</summary>
    public static async Task<WorkerHandle> StartOursAsync(string address, string taskQueue)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        foreach (var argument in new[] { WorkerProgram.Verb, address, taskQueue }) start.ArgumentList.Add(argument);
        var worker = new WorkerHandle(Process.Start(start)!);
        await worker.ReadAsync("ready", TimeSpan.FromMinutes(1));
        return worker;
    }
}
