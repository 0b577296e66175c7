using Gauntlet.Domain.Input;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>What all samplers share: the default parameters first, a stream of random numbers for each trial, and no repetition where it can be helped.</summary>
public abstract class Sampler : ISampler
{
    /// <summary>Trials that a study is assumed to have where nothing else is said.</summary>
    internal const int UsualBudget = 200;

    // Beyond this a small space counts as exhausted, and repeating a point is the honest answer.
    private protected const int FreshDraws = 64;

    private protected Sampler(ulong seed) => Seed = seed;

    /// <summary>Names of all samplers.</summary>
    public static IReadOnlyList<string> Names => SamplerCatalogue.Names;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual int StartupTrials => 0;

    private protected ulong Seed { get; }

    /// <summary>The sampler of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="budget">Trials that the study will have, at least 1. Default 200.</param>
    /// <exception cref="InvalidInputException">There is none of that name; names the nearest.</exception>
    public static ISampler Create(string name, ulong seed, int budget = UsualBudget) => SamplerCatalogue.Create(name, seed, budget);

    /// <inheritdoc/>
    public ParameterValues Suggest(TrialHistory history, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number == 0 ? history.Space.Defaults : history.Space.Decode(Choose(history, number));
    }

    /// <summary>A point for a trial that is not the first.</summary>
    internal abstract double[] Choose(TrialHistory history, int number);

    /// <summary>The random numbers of a trial.</summary>
    private protected SeededRandom RandomOf(int number) => new(Seed, (ulong)number);

    private protected static double[] DrawFresh(TrialHistory history, SeededRandom random)
    {
        var point = history.Space.Draw(random);
        for (var draw = 1; draw < FreshDraws && history.Contains(point); draw++) point = history.Space.Draw(random);
        return point;
    }

    private protected static bool IsFresh(TrialHistory history, double[] point) => history.Space.Allows(point) && !history.Contains(point);
}
