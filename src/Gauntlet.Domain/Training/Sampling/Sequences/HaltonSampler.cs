using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Sequences;

/// <summary>Covers the space evenly by a Halton sequence, on any number of axes.</summary>
/// <param name="seed">Seed of the study; decides the scrambling.</param>
/// <param name="scrambled">False gives the plain sequence, which is the same for every seed. Default true.</param>
public sealed class HaltonSampler(ulong seed, bool scrambled = true) : SequenceSampler(seed)
{
    internal const string SamplerName = "halton";
    private HaltonSequence _sequence = new(1);

    /// <inheritdoc/>
    public override string Name => SamplerName;

    private protected override void Prepare(SearchSpace space) => _sequence = new(space.Dimensions.Count, scrambled ? Seed : null);

    private protected override double[] At(SearchSpace space, long index)
    {
        var shares = _sequence[index];
        return [.. shares.Select((share, axis) => space.Dimensions[axis].FromShare(share))];
    }
}
