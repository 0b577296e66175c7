using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Markets.Synthetic;

/// <summary>A drift that is an autoregression of mean 0; of size 0 it is pure noise.</summary>
internal sealed class TrendProcess(double volatility, double driftToVolatility, SeededRandom random) : PlantedProcess(volatility)
{
    // Strong enough that sensible moving averages earn a Sharpe ratio of about 3 a year after default costs, weak enough that fast ones do not.
    public const double Strength = 0.1;
    public const double HalfLife = 160;

    private readonly double _deviation = driftToVolatility * volatility;
    private readonly double _persistence = Persistence(HalfLife);
    private double _drift = random.NextNormal();

    public override PlantedEdge Edge(double periodsPerYear) =>
        new(_deviation, _deviation > 0 ? HalfLife : 0, Volatility, MeanOfSize * _deviation / Volatility * Math.Sqrt(periodsPerYear));

    public override double Next(SeededRandom random)
    {
        _drift = (_persistence * _drift) + (Math.Sqrt(1 - (_persistence * _persistence)) * random.NextNormal());
        return _deviation * _drift;
    }
}
