using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Memory of a search that knows 100,000 trials over six numbers, in megabytes, against the bare numbers of its points; and what a suggestion costs by then.</summary>
internal sealed class SearchMemoryBenchmark : IBenchmark
{
    private const int Trials = 100_000;
    private const double Megabyte = 1024 * 1024;

    public string Name => "search-memory";

    public string Suite => "training";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var history = new TrialHistory(SamplerHistory.NumberSpace);
        var random = new RandomSampler(3);
        for (var number = 0; number < Trials; number++) history.Tell(SamplerHistory.Scored(number, random.Suggest(history, number)));
        var sampler = new TpeSampler(1);
        var each = SamplerHistory.MicrosecondsEach(sampler, history);
        var taken = (GC.GetTotalMemory(forceFullCollection: true) - before) / Megabyte;
        var bare = Trials * 7 * sizeof(double) / Megabyte;
        var earlier = SamplerHistory.MicrosecondsEach(new TpeSampler(1), SamplerHistory.Numbers(10_000));
        GC.KeepAlive(history);
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>(
        [
            new("search-memory, 100,000 trials", taken, bare, taken / bare, "MB"),
            new("tpe, 100,000 trials against 10,000", each, earlier, each / earlier, "µs/suggestion"),
        ]);
    }
}
