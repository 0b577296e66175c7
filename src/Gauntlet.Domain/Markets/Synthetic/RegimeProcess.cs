using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Markets.Synthetic;

/// <summary>A trend that is there half of the time: two regimes that follow each other by chance (Hamilton 1989), one with a drift, one without.</summary>
internal sealed class RegimeProcess(double volatility, SeededRandom random) : PlantedProcess(volatility)
{
    private const double Share = 0.5;
    // Two months of hours: long enough to be learnt, short enough that three years hold many.
    private const double MeanBars = 1500;

    private readonly TrendProcess _trend = new(volatility, TrendProcess.Strength * Math.Sqrt(2), random);
    private bool _on = random.NextDouble() < Share;

    // Whoever is in the market while there is a drift only has the share in his mean, and its root in his deviation.
    public override PlantedEdge Edge(double periodsPerYear)
    {
        var always = _trend.Edge(periodsPerYear);
        return always with { ShareOfTime = Share, OracleSharpe = always.OracleSharpe * Math.Sqrt(Share) };
    }

    public override double Next(SeededRandom random)
    {
        var drift = _trend.Next(random);
        if (random.NextDouble() < 1 / MeanBars) _on = !_on;
        return _on ? drift : 0;
    }
}
