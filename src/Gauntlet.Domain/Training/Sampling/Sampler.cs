using Gauntlet.Domain.Input;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>What all samplers share: the default parameters first, a stream of random numbers for each trial, and no repetition where it can be helped.</summary>
public abstract class Sampler : ISampler
{
    // Beyond this a small space counts as exhausted, and repeating a point is the honest answer.
    private const int FreshDraws = 64;

    private readonly ulong _seed;

    private protected Sampler(ulong seed) => _seed = seed;

    /// <summary>Names of all samplers.</summary>
    public static IReadOnlyList<string> Names { get; } = [RandomSampler.SamplerName, TpeSampler.SamplerName];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>The sampler of a name.</summary>
    /// <param name="name"><c>random</c> or <c>tpe</c>.</param>
    /// <param name="seed">Seed of the study.</param>
    /// <exception cref="InvalidInputException">There is none of that name; names the nearest.</exception>
    public static ISampler Create(string name, ulong seed) => name switch
    {
        RandomSampler.SamplerName => new RandomSampler(seed),
        TpeSampler.SamplerName => new TpeSampler(seed),
        _ => throw new InvalidInputException("sampler", name, $"There is no sampler '{name}'. {Nearest.Hint(name, [.. Names])}"),
    };

    /// <inheritdoc/>
    public ParameterValues Suggest(TrialHistory history, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number == 0 ? history.Space.Defaults : history.Space.Decode(Choose(history, new(_seed, (ulong)number)));
    }

    private protected abstract double[] Choose(TrialHistory history, SeededRandom random);

    private protected static double[] DrawFresh(TrialHistory history, SeededRandom random)
    {
        var point = history.Space.Draw(random);
        for (var draw = 1; draw < FreshDraws && history.Contains(point); draw++) point = history.Space.Draw(random);
        return point;
    }
}
