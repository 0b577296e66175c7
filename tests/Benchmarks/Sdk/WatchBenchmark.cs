using System.Diagnostics;
using Temporalio.Client;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>What it costs to notice <c>Task.Run</c> and <c>Task.Delay</c> in workflows: workflows a second and allocation of a worker that watches
/// beside one that does not. The two are measured by turns, for other work on the machine comes and goes.</summary>
internal sealed class WatchBenchmark : IBenchmark
{
    private const int Rounds = 3, WarmUp = 4000, Runs = 6000, AtOnce = 64;
    private const double Kibi = 1024;

    public string Name => "sdk-watch";

    public string Suite => "sdk";

    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var watched = new Figures();
        var unwatched = new Figures();
        for (var round = 0; round < Rounds; round++)
        {
            await MeasureAsync(watched, OwnProcess.StartWorkerAsync, cancellation);
            await MeasureAsync(unwatched, OwnProcess.StartUnwatchedWorkerAsync, cancellation);
        }

        return
        [
            new(Name, watched.Rate, unwatched.Rate, watched.Rate / unwatched.Rate, "workflow starts to completion/s, the baseline with DisableWorkflowTracingEventListener"),
            new(Name + "-allocation", watched.Kibibytes, unwatched.Kibibytes, watched.Kibibytes / unwatched.Kibibytes, "KiB allocated by the worker for a workflow task, likewise"),
        ];
    }

    private static Task MeasureAsync(Figures figures, Func<string, string, Task<Gauntlet.TypeScript.WorkerHandle>> start, CancellationToken cancellation) =>
        SdkComparison.OneAsync(
            start,
            async (client, worker, queue) =>
            {
                await RunAsync(client, queue, "warm-up", WarmUp, cancellation);
                var before = await worker.AllocatedAsync();
                var begun = Stopwatch.GetTimestamp();
                await RunAsync(client, queue, "run", Runs, cancellation);
                figures.Rate = Math.Max(figures.Rate, Runs / Stopwatch.GetElapsedTime(begun).TotalSeconds);
                figures.Kibibytes = (await worker.AllocatedAsync() - before) / Kibi / Runs;
                return figures.Rate;
            },
            cancellation);

    private static Task RunAsync(TemporalClient client, string queue, string prefix, int count, CancellationToken cancellation) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (number, _) => await client.ExecuteWorkflowAsync(nameof(BenchNothing), [], new($"{prefix}-{number}", queue)));

    private sealed class Figures
    {
        public double Rate { get; set; }

        public double Kibibytes { get; set; }
    }
}
