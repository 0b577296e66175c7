using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Sampling.Evolution;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Cost of a trial of CMA-ES over six numbers, its suggestion and what it learns from the answer, against the random sampler.</summary>
internal sealed class CmaEsBenchmark : IBenchmark
{
    private const int Trials = 4_000;

    public string Name => "cmaes";

    public string Suite => "training";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var value = Enumerable.Range(0, 5).Min(_ => SamplerHistory.MicrosecondsOver(new CmaEsSampler(1), Trials));
        var baseline = Enumerable.Range(0, 5).Min(_ => SamplerHistory.MicrosecondsOver(new RandomSampler(1), Trials));
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("cmaes, 6 numbers", value, baseline, value / baseline, "µs/suggestion")]);
    }
}
