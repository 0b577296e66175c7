using System.Diagnostics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Cost of a suggestion of the Parzen sampler after 1,000 trials of <c>sma-cross</c>, against one of the random sampler on the same history.</summary>
internal sealed class TpeBenchmark : IBenchmark
{
    private const int Trials = 1_000;
    private const int Rounds = 30;
    private const int SuggestionsInARound = 20;

    private readonly Lazy<TrialHistory> _history = new(History);

    public string Name => "tpe";

    public string Suite => "training";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<BenchmarkResult>>([Run()]);

    private BenchmarkResult Run()
    {
        double value = double.PositiveInfinity, baseline = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            value = Math.Min(value, MicrosecondsEach(new TpeSampler(1)));
            baseline = Math.Min(baseline, MicrosecondsEach(new RandomSampler(1)));
        }

        return new("tpe", value, baseline, value / baseline, "µs/suggestion");
    }

    private double MicrosecondsEach(ISampler sampler)
    {
        var watch = Stopwatch.GetTimestamp();
        for (var i = 0; i < SuggestionsInARound; i++) sampler.Suggest(_history.Value, Trials + i);
        return Stopwatch.GetElapsedTime(watch).TotalMicroseconds / SuggestionsInARound;
    }

    // A smooth objective with one optimum, so that the history gathers around it as those of real studies do.
    private static TrialHistory History()
    {
        var history = new TrialHistory(SearchSpace.Of(StrategyCatalogue.Find("sma-cross").Parameters));
        var sampler = new TpeSampler(1);
        while (history.Count < Trials)
        {
            var parameters = sampler.Suggest(history, history.Count);
            history.Tell(new(history.Count, parameters, Scored(parameters)));
        }

        return history;
    }

    private static Completed Scored(ParameterValues parameters)
    {
        var fast = Math.Log(parameters.Number("fast") / 20);
        var slow = Math.Log(parameters.Number("slow") / 150);
        return new(new()
        {
            Objective = -(fast * fast) - (slow * slow),
            Folds = [new FoldScore(1, 0, 0, 0, 1)],
            Sample = new(Trials, 252, 0.05, 0, 3),
            Trades = 1,
            TurnoverPerYear = 1,
        });
    }
}
