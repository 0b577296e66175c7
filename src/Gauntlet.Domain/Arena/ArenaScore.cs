using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Arena;

/// <summary>A candidate's log returns so far. An account that is worth nothing has lost as much as can be told, not an infinity.</summary>
internal sealed class ArenaScore
{
    private const double Nothing = 1e-9;
    private readonly double[] _returns;

    private ArenaScore(int trial, double[] returns)
    {
        Trial = trial;
        _returns = returns;
        Sum = returns.Sum();
        Deviation = Spread(returns);
    }

    public int Trial { get; }

    public double Sum { get; }

    /// <summary>Standard error of the sum; null with fewer than two bars.</summary>
    public double? Deviation { get; }

    public static ArenaScore Of(int trial, double startingCash, IReadOnlyList<double> equity)
    {
        var returns = new double[equity.Count];
        var before = startingCash;
        for (var i = 0; i < returns.Length; i++)
        {
            var now = Math.Max(equity[i], startingCash * Nothing);
            returns[i] = Math.Log(now / before);
            before = now;
        }

        return new(trial, returns);
    }

    /// <summary>Whether this one is better than another by more than chance, from the differences of their bars; a one-sided confidence, 0.5 asks for none.</summary>
    public bool IsAbove(ArenaScore other, double confidence)
    {
        var differences = _returns.Zip(other._returns, (own, their) => own - their).ToArray();
        var error = Spread(differences) ?? double.PositiveInfinity;
        return differences.Sum() > Normal.Quantile(confidence) * error;
    }

    private static double? Spread(double[] values)
    {
        if (values.Length < 2) return null;
        var mean = values.Sum() / values.Length;
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) * values.Length);
    }
}
