using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Cost of a suggestion of the Parzen sampler after 1,000 and 10,000 trials over six parameters, against one of the random sampler on the same history.</summary>
internal sealed class TpeBenchmark : IBenchmark
{
    public string Name => "tpe";

    public string Suite => "training";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<BenchmarkResult>>(
    [
        Of("tpe, 1,000 trials of 6 numbers", SamplerHistory.Numbers(1_000)),
        Of("tpe, 10,000 trials of 6 numbers", SamplerHistory.Numbers(10_000)),
        Of("tpe, 1,000 trials of 6 mixed", SamplerHistory.Mixed(1_000)),
        Of("tpe, 10,000 trials of 6 mixed", SamplerHistory.Mixed(10_000)),
    ]);

    private static BenchmarkResult Of(string name, TrialHistory history)
    {
        var value = SamplerHistory.MicrosecondsEach(new TpeSampler(1), history);
        var baseline = SamplerHistory.MicrosecondsEach(new RandomSampler(1), history);
        return new(name, value, baseline, value / baseline, "µs/suggestion");
    }
}
