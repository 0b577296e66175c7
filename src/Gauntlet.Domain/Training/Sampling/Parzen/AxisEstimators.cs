using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Draws parameters each by itself: an estimator of the good and one of the others for every axis, made when first needed.</summary>
/// <param name="history">The history.</param>
/// <param name="good">Its good trials.</param>
/// <param name="candidates">Candidates a draw chooses from.</param>
internal sealed class AxisEstimators(TrialHistory history, IReadOnlyList<TrialPoint> good, int candidates)
{
    private readonly (ParzenEstimator Good, ParzenEstimator Others)?[] _pairs = new (ParzenEstimator, ParzenEstimator)?[history.Space.Dimensions.Count];

    /// <summary>Sets the coordinates of the chosen axes, parents first; those that do not exist become NaN.</summary>
    public void Complete(double[] point, Func<int, bool> chosen, SeededRandom random)
    {
        foreach (var axis in history.Space.ParentsFirst)
        {
            if (chosen(axis)) point[axis] = history.Space.Exists(axis, point) ? Draw(axis, random) : double.NaN;
        }
    }

    /// <summary>The coordinate of the best of some candidates drawn from the good.</summary>
    public double Draw(int axis, SeededRandom random)
    {
        var (better, others) = _pairs[axis] ??= Make(axis);
        var (best, highest) = (double.NaN, double.NegativeInfinity);
        for (var i = 0; i < candidates; i++)
        {
            var candidate = better.Draw(random);
            var ratio = better.LogDensity(candidate) - others.LogDensity(candidate);
            if (ratio > highest) (best, highest) = (candidate[0], ratio);
        }

        return best;
    }

    private (ParzenEstimator Good, ParzenEstimator Others) Make(int axis) =>
        (ParzenEstimator.Of(Observations.Of(history.Space, [axis], good)), ParzenEstimator.Of(Observations.Others(history, [axis], good)));
}
