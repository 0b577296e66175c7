using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Markets.Synthetic;

/// <summary>Makes the bars of a synthetic market one after the other.</summary>
internal sealed class SyntheticPath(SeededRandom random, PlantedProcess process, double volatility)
{
    private const double LogVolatilityHalfLife = 48;
    private const double LogVolatilityDeviation = 0.35;
    private const double FirstPrice = 100;
    private const int PriceDecimals = 6;

    private static readonly double LogVolatilityPersistence = Math.Pow(0.5, 1 / LogVolatilityHalfLife);

    private double _logVolatility = random.NextNormal();
    private double _logPrice = Math.Log(FirstPrice);

    /// <summary>Fills one row of open, high, low, close and volume.</summary>
    public void Next(double[][] columns, int index)
    {
        var drift = process.Next(random);
        _logVolatility = (LogVolatilityPersistence * _logVolatility) + (Math.Sqrt(1 - (LogVolatilityPersistence * LogVolatilityPersistence)) * random.NextNormal());
        // E[volatility²] stays volatility² whatever the deviation of its logarithm.
        var now = volatility * Math.Exp((LogVolatilityDeviation * _logVolatility) - (LogVolatilityDeviation * LogVolatilityDeviation));

        var open = _logPrice;
        var shock = now * random.NextNormal();
        process.See(shock);
        var close = open + drift + shock - (now * now / 2) + process.Jump(random);
        columns[0][index] = Price(open);
        columns[1][index] = Price(Extreme(open, close, now, 1));
        columns[2][index] = Price(Extreme(open, close, now, -1));
        columns[3][index] = Price(close);
        columns[4][index] = Math.Round(1000 * now / volatility * Math.Exp(0.3 * random.NextNormal()), 3);
        _logPrice = close;
    }

    private static double Price(double log) => Math.Round(Math.Exp(log), PriceDecimals);

    // Distribution of a Brownian bridge's maximum (side 1) or minimum (side -1), inverted.
    private double Extreme(double open, double close, double deviation, int side)
    {
        var move = close - open;
        var reach = Math.Sqrt((move * move) - (2 * deviation * deviation * Math.Log(1 - random.NextDouble())));
        return open + ((move + (side * reach)) / 2);
    }
}
