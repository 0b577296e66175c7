namespace Gauntlet.Domain.Training.Sampling;

/// <summary>Draws every trial evenly from the space: learns nothing, and is the control that other samplers are measured against.</summary>
/// <param name="seed">Seed of the study.</param>
public sealed class RandomSampler(ulong seed) : Sampler(seed)
{
    internal const string SamplerName = "random";

    /// <inheritdoc/>
    public override string Name => SamplerName;

    internal override double[] Choose(TrialHistory history, int number) => DrawFresh(history, RandomOf(number));
}
