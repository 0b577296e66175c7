using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>A normal distribution that moves, stretches and turns towards the better half of every generation.</summary>
internal abstract class Adaptation
{
    // A distribution wider than this has run away.
    private const double LargestStep = 1e32;
    private const double RunAway = 1e4;
    private const double Flat = 1e-12;

    private readonly double[] _watched;
    private readonly double _narrowest;

    protected Adaptation(double[] mean, double step, CmaConstants constants)
    {
        Mean = [.. mean];
        Step = step;
        Constants = constants;
        StepPath = new double[mean.Length];
        CovariancePath = new double[mean.Length];
        _watched = new double[2 * constants.WatchedGenerations];
        _narrowest = 1e-12 * step;
    }

    public CmaConstants Constants { get; }

    /// <summary>Centre of the distribution.</summary>
    public double[] Mean { get; }

    /// <summary>σ.</summary>
    public double Step { get; protected set; }

    /// <summary>Generations told.</summary>
    public int Generation { get; private set; }

    /// <summary>Path of the step size.</summary>
    public double[] StepPath { get; }

    /// <summary>Path of the covariance.</summary>
    public double[] CovariancePath { get; }

    /// <summary>Whether the last rank-one update took place.</summary>
    public bool Unstalled { get; private set; } = true;

    /// <summary>Variance of an axis before the step size.</summary>
    public abstract double Variance(int axis);

    /// <summary>A point drawn from the distribution.</summary>
    public abstract double[] Sample(SeededRandom random);

    /// <summary>Learns from a generation; ties keep the order given.</summary>
    public void Tell(IEnumerable<Solution> generation)
    {
        Generation++;
        Solution[] ranked = [.. generation.OrderBy(solution => solution.Value)];
        var place = 2 * (Generation % Constants.WatchedGenerations);
        (_watched[place], _watched[place + 1]) = (ranked[0].Value, ranked[^1].Value);

        var n = Mean.Length;
        var steps = Array.ConvertAll(ranked, solution => solution.Point.Zip(Mean, (x, m) => (x - m) / Step).ToArray());
        var move = new double[n];
        for (var k = 0; k < Constants.Parents; k++)
        {
            for (var i = 0; i < n; i++) move[i] += Constants.Weights[k] * steps[k][i];
        }

        Learn(steps, move);
    }

    /// <summary>Whether nothing more is to be expected from here: values are flat, the distribution has shrunk to a point, run away, or degenerated.</summary>
    public bool ShouldStop()
    {
        var deviations = Deviations();
        if (Generation > Constants.WatchedGenerations && _watched.Max() - _watched.Min() < Flat) return true;
        if (Enumerable.Range(0, Mean.Length).All(i => Step * Variance(i) < _narrowest && Step * CovariancePath[i] < _narrowest)) return true;
        if (Step * deviations.Max() > RunAway) return true;
        if (Enumerable.Range(0, Mean.Length).Any(i => Mean[i] == Mean[i] + (0.2 * Step * Math.Sqrt(Variance(i))))) return true;
        return deviations.Max() / deviations.Min() > 1e14;
    }

    /// <summary>Standard deviations along the principal axes, before the step size.</summary>
    protected abstract double[] Deviations();

    /// <summary>Moves the mean and learns paths, step size and covariance.</summary>
    protected abstract void Learn(double[][] steps, double[] move);

    protected static double Length(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        foreach (var x in vector) sum += x * x;
        return Math.Sqrt(sum);
    }

    protected void MoveMean(double[] move)
    {
        for (var i = 0; i < move.Length; i++) Mean[i] += Step * move[i];
    }

    /// <summary>Both paths and the step size; returns what a stalled rank-one update leaves to the old covariance.</summary>
    protected double LearnPaths(double[] move, double[] whitened)
    {
        var c = Constants;
        var gain = Math.Sqrt(c.PathRate * (2 - c.PathRate) * c.EffectiveParents);
        for (var i = 0; i < move.Length; i++) StepPath[i] = ((1 - c.PathRate) * StepPath[i]) + (gain * whitened[i]);
        var length = Length(StepPath);
        Step = Math.Min(Step * Math.Exp(c.PathRate / c.Damping * ((length / c.ExpectedLength) - 1)), LargestStep);

        var corrected = length / Math.Sqrt(1 - Math.Pow(1 - c.PathRate, 2 * (Generation + 1)));
        Unstalled = corrected < (1.4 + (2.0 / (move.Length + 1))) * c.ExpectedLength;
        var rate = c.CovariancePathRate;
        var push = Unstalled ? Math.Sqrt(rate * (2 - rate) * c.EffectiveParents) : 0;
        for (var i = 0; i < move.Length; i++) CovariancePath[i] = ((1 - rate) * CovariancePath[i]) + (push * move[i]);
        return Unstalled ? 0 : rate * (2 - rate);
    }

    /// <summary>Share of the old covariance that stays.</summary>
    protected double Kept(double stalled) =>
        1 + (Constants.RankOneRate * stalled) - Constants.RankOneRate - (Constants.RankMuRate * Constants.Weights.Sum());
}
