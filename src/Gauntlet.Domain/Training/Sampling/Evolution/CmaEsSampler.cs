using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Sampling.Parzen;

namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>Covariance matrix adaptation: a cloud of points that moves downhill and takes the shape of the valley. For many cheap trials over numbers.</summary>
/// <remarks>
/// Hansen (2016), with a margin for whole and stepped numbers and with restarts of two populations. Words are drawn by Parzen estimators, each
/// by itself. A study that continues an earlier one starts where that one was best.
/// </remarks>
/// <param name="seed">Seed of the study.</param>
/// <param name="separable">Learns each axis by itself: for many axes. Default false.</param>
public sealed class CmaEsSampler(ulong seed, bool separable = false) : Sampler(seed)
{
    internal const string SamplerName = "cmaes";
    internal const string SeparableName = "cmaes-separable";

    /// <summary>Draws for one suggestion before chance takes over.</summary>
    internal const int Attempts = 32;

    private const int Startup = 10;
    private const int Candidates = 24;

    private readonly TrialFold<CmaEsRun> _fold = new(history => new(history, seed, separable), (run, point) => run.Learn(point));

    /// <inheritdoc/>
    public override string Name => separable ? SeparableName : SamplerName;

    /// <inheritdoc/>
    public override int StartupTrials => Startup;

    internal override double[] Choose(TrialHistory history, int number)
    {
        var run = _fold.Before(history, history.KnownBefore(number));
        var random = RandomOf(number);
        var words = history.Space.Dimensions.Any(axis => axis.Choices is not null) ? Words(history, number) : null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var coordinates = run.Draw(random).Coordinates;
            var point = new double[history.Space.Dimensions.Count];
            for (var i = 0; i < coordinates.Length; i++) point[run.Axes[i]] = coordinates[i];
            words?.Invoke(point);
            history.Space.DropAbsent(point);
            if (IsFresh(history, point)) return point;
        }

        return DrawFresh(history, random);
    }

    // Words have random numbers of their own, so that the cloud's can be drawn again without them.
    private Action<double[]> Words(TrialHistory history, int number)
    {
        var space = history.Space;
        if (space.Dimensions.All(axis => axis.Choices is null)) return _ => { };
        var random = new SeededRandom(Seed ^ 0x9E3779B97F4A7C15UL, (ulong)number);
        var split = TrialSplit.Of(history.Points);
        if (split.Finished < Startup)
        {
            return point =>
            {
                for (var i = 0; i < point.Length; i++) point[i] = space.Dimensions[i].Choices is null ? point[i] : space.Dimensions[i].Draw(random);
            };
        }

        var estimators = new AxisEstimators(history, split.Good, Candidates);
        return point => estimators.Complete(point, axis => space.Dimensions[axis].Choices is not null, random);
    }
}
