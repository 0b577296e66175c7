namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>How kernels are made. The defaults are those of Optuna 5.</summary>
/// <param name="PriorWeight">Weight of the wide kernel over the whole axis; one observation weighs 1. Default 1.</param>
/// <param name="Clip">No kernel is narrower than the axis over min(100, 2 + n), nor wider than the axis. Default true.</param>
/// <param name="Endpoints">The outermost observations have the ends of the axis as neighbours. Default false.</param>
internal sealed record ParzenOptions(double PriorWeight = 1, bool Clip = true, bool Endpoints = false)
{
    public static ParzenOptions Default { get; } = new();
}
