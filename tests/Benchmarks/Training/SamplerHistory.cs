using System.Diagnostics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Histories that gather around one optimum, as those of real studies do.</summary>
internal static class SamplerHistory
{
    private const int Rounds = 20;
    private const int SuggestionsInARound = 10;
    private const double Optimum = 0.7;

    /// <summary>Six numbers.</summary>
    public static SearchSpace NumberSpace { get; } =
        SearchSpace.Of(new("numbers", [.. Enumerable.Range(0, 6).Select(i => new FloatParameter($"x{i}", "-", 0, 1, 0.5))], []));

    // Two numbers, one in logs, two whole ones, one of them in logs, and a word, as in the recorded costs of other packages.
    private static readonly SearchSpace MixedSpace = SearchSpace.Of(new(
        "mixed",
        [
            new FloatParameter("x0", "-", 0, 1, 0.5), new FloatParameter("x1", "-", 0, 1, 0.5), new FloatParameter("x2", "-", 1e-5, 1, 0.01, Log: true),
            new IntParameter("x3", "-", 1, 12, 6), new IntParameter("x4", "-", 1, 1000, 30, Log: true), new CategoricalParameter("x5", "-", ["a", "b", "c", "d"]),
        ],
        []));

    /// <summary>Trials over six numbers.</summary>
    public static TrialHistory Numbers(int trials) => Of(NumberSpace, trials);

    /// <summary>Trials over a mixture.</summary>
    public static TrialHistory Mixed(int trials) => Of(MixedSpace, trials);

    /// <summary>A completed trial.</summary>
    public static TrialSummary Scored(int number, ParameterValues parameters) => new(number, parameters, TrialKind.Completed)
    {
        Objective = -parameters.Items.Where(pair => pair.Value.IsNumber).Sum(pair => Math.Pow(pair.Value.Number - Optimum, 2)),
    };

    /// <summary>Shortest mean of some rounds, so that other work on the machine does not show.</summary>
    public static double MicrosecondsEach(ISampler sampler, TrialHistory history)
    {
        var shortest = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < SuggestionsInARound; i++) sampler.Suggest(history, history.Count + i);
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(start).TotalMicroseconds / SuggestionsInARound);
        }

        return shortest;
    }

    /// <summary>Mean cost of a suggestion over a study of six numbers that begins with nothing; what the sampler learns from an answer is part of the next.</summary>
    public static double MicrosecondsOver(ISampler sampler, int trials)
    {
        var history = new TrialHistory(NumberSpace);
        long spent = 0;
        for (var number = 0; number < trials; number++)
        {
            var start = Stopwatch.GetTimestamp();
            var parameters = sampler.Suggest(history, number);
            spent += Stopwatch.GetTimestamp() - start;
            history.Tell(Scored(number, parameters));
        }

        return Stopwatch.GetElapsedTime(0, spent).TotalMicroseconds / trials;
    }

    // The first thousand by the sampler itself, the rest around where it has come to: making the history is not what is measured.
    private static TrialHistory Of(SearchSpace space, int trials)
    {
        var history = new TrialHistory(space);
        var sampler = new TpeSampler(1);
        var random = new RandomSampler(2);
        while (history.Count < trials)
        {
            var number = history.Count;
            var parameters = number % 3 == 0 || number < 600 ? sampler.Suggest(history, number) : random.Suggest(history, number);
            history.Tell(Scored(number, parameters));
        }

        return history;
    }
}
