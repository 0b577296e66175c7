using System.Globalization;
using Temporalio.Client;
using Temporalio.Worker;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Our worker as a program of its own, as the official SDK's is: <c>sdk-worker ADDRESS QUEUE [unwatched]</c>. It says "ready" when it begins, answers
/// "memory" and "allocated" in bytes, and ends with its standard input.</summary>
internal static class WorkerProgram
{
    /// <summary>First argument that asks for it.</summary>
    public const string Verb = "sdk-worker";

    /// <summary>Last argument of one that does not look for what a replay would not do again.</summary>
    public const string Unwatched = "unwatched";

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var client = await TemporalClient.ConnectAsync(new(args[1]));
        var options = new TemporalWorkerOptions(args[2])
            {
                MaxConcurrentWorkflowTaskPolls = 16,
                MaxConcurrentActivityTaskPolls = 16,
                DisableWorkflowTracingEventListener = args.Contains(Unwatched),
            }
            .AddWorkflow<BenchNothing>().AddWorkflow<BenchActivities>().AddWorkflow<BenchIdle>().AddActivity(BenchNothing.Noop);
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(AnswerAsync);
        return 0;
    }

    private static async Task AnswerAsync()
    {
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            Console.WriteLine(line switch
            {
                "memory" => string.Create(CultureInfo.InvariantCulture, $"memory {Memory()}"),
                "allocated" => string.Create(CultureInfo.InvariantCulture, $"allocated {GC.GetTotalAllocatedBytes(precise: true)}"),
                _ => $"unknown {line}",
            });
        }
    }

    private static long Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet;
    }
}
