using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>CMA-ES that learns a variance for each axis and nothing between them: linear in the number of axes, and quicker to learn.</summary>
/// <remarks>Ros and Hansen (2008).</remarks>
internal sealed class SeparableAdaptation : Adaptation
{
    private readonly double[] _variances;

    public SeparableAdaptation(double[] mean, double step, int population)
        : base(mean, step, CmaConstants.Separable(mean.Length, population))
    {
        _variances = new double[mean.Length];
        Array.Fill(_variances, 1);
    }

    public override double Variance(int axis) => _variances[axis];

    public override double[] Sample(SeededRandom random)
    {
        var point = new double[Mean.Length];
        for (var i = 0; i < point.Length; i++) point[i] = Mean[i] + (Step * Math.Sqrt(_variances[i]) * random.NextNormal());
        return point;
    }

    protected override double[] Deviations() => Array.ConvertAll(_variances, Math.Sqrt);

    protected override void Learn(double[][] steps, double[] move)
    {
        MoveMean(move);
        var stalled = LearnPaths(move, [.. move.Select((y, i) => y / Math.Sqrt(_variances[i]))]);
        var kept = Kept(stalled);
        for (var i = 0; i < move.Length; i++)
        {
            double rankMu = 0;
            for (var k = 0; k < Constants.Weights.Length; k++) rankMu += Constants.Weights[k] * steps[k][i] * steps[k][i];
            _variances[i] = (kept * _variances[i]) + (Constants.RankOneRate * CovariancePath[i] * CovariancePath[i]) + (Constants.RankMuRate * rankMu);
        }
    }
}
