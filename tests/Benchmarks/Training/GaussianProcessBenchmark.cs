using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Sampling.Gaussian;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Mean cost of a suggestion of the Gaussian process over a study of 200 trials of six numbers, against the random sampler.</summary>
internal sealed class GaussianProcessBenchmark : IBenchmark
{
    private const int Trials = 200;

    public string Name => "gp";

    public string Suite => "training";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var (value, baseline) = (SamplerHistory.MicrosecondsOver(new GaussianProcessSampler(1), Trials), SamplerHistory.MicrosecondsOver(new RandomSampler(1), Trials));
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("gp, a study of 200 trials of 6 numbers", value, baseline, value / baseline, "µs/suggestion")]);
    }
}
