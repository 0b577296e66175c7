using System.Diagnostics;
using Gauntlet.Domain.Training;
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
        var (value, baseline) = (MicrosecondsEach(new GaussianProcessSampler(1)), MicrosecondsEach(new RandomSampler(1)));
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("gp, a study of 200 trials of 6 numbers", value, baseline, value / baseline, "µs/suggestion")]);
    }

    private static double MicrosecondsEach(ISampler sampler)
    {
        var history = new TrialHistory(SamplerHistory.NumberSpace);
        long spent = 0;
        for (var number = 0; number < Trials; number++)
        {
            var start = Stopwatch.GetTimestamp();
            var parameters = sampler.Suggest(history, number);
            spent += Stopwatch.GetTimestamp() - start;
            history.Tell(SamplerHistory.Scored(number, parameters));
        }

        return Stopwatch.GetElapsedTime(0, spent).TotalMicroseconds / Trials;
    }
}
