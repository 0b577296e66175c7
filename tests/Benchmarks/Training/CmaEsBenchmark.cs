using System.Diagnostics;
using Gauntlet.Domain.Training;
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
        var value = Enumerable.Range(0, 5).Min(_ => MicrosecondsEach(new CmaEsSampler(1)));
        var baseline = Enumerable.Range(0, 5).Min(_ => MicrosecondsEach(new RandomSampler(1)));
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("cmaes, 6 numbers", value, baseline, value / baseline, "µs/suggestion")]);
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
