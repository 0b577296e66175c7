using System.Globalization;
using Temporalio.Client;
using Temporalio.Worker;

namespace Gauntlet.Proofs.Sdk;

/// <summary>The worker as a program of its own: <c>sdk-load-worker ADDRESS QUEUE CHANCE SEED CACHED</c>. It says "ready", answers
/// "memory" in bytes after a collection, and ends by its own hand or with its standard input.</summary>
internal static class LoadWorker
{
    /// <summary>First argument that asks for it.</summary>
    public const string Verb = "sdk-load-worker";

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var chance = double.Parse(args[3], CultureInfo.InvariantCulture);
        MaybeKill.Arm(chance, int.Parse(args[4], CultureInfo.InvariantCulture));
        var options = new TemporalWorkerOptions(args[2]) { MaxCachedWorkflows = int.Parse(args[5], CultureInfo.InvariantCulture) };

        // What a killed worker kept is given to the next one soon; one that lives keeps the default, for a busy machine may let tasks wait.
        if (chance > 0) options.StickyQueueScheduleToStartTimeout = TimeSpan.FromSeconds(2);
        options.AddWorkflow<LoadWorkflow>().AddWorkflow<LoadChildWorkflow>().AddActivity(LoadWorkflow.Add);
        using var worker = new TemporalWorker(await TemporalClient.ConnectAsync(new(args[1])), options);
        await worker.ExecuteAsync(async () =>
        {
            Console.WriteLine("ready");
            while (await Console.In.ReadLineAsync() is "memory")
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory {GC.GetTotalMemory(forceFullCollection: true)}"));
        });
        return 0;
    }
}
