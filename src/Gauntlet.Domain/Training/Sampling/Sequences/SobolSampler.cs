using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Sequences;

/// <summary>Covers the space evenly by a Sobol sequence: better than chance for looking around, and the same cost at any number of trials.</summary>
/// <remarks>Axes beyond the thirty-second are drawn at random. Conditional parameters take their coordinate whether they exist or not.</remarks>
/// <param name="seed">Seed of the study; decides the scrambling.</param>
/// <param name="scrambled">False gives the plain sequence, which is the same for every seed. Default true.</param>
public sealed class SobolSampler(ulong seed, bool scrambled = true) : SequenceSampler(seed)
{
    internal const string SamplerName = "sobol";
    private SobolSequence _sequence = new(1);

    /// <inheritdoc/>
    public override string Name => SamplerName;

    private protected override void Prepare(SearchSpace space) =>
        _sequence = new(Math.Min(space.Dimensions.Count, SobolSequence.MaximumDimensions), scrambled ? Seed : null);

    private protected override double[] At(SearchSpace space, long index)
    {
        var shares = _sequence[index];
        var point = new double[space.Dimensions.Count];
        var random = new Randomness.SeededRandom(Seed, (ulong)index);
        for (var i = 0; i < point.Length; i++) point[i] = space.Dimensions[i].FromShare(i < shares.Length ? shares[i] : random.NextDouble());
        return point;
    }
}
