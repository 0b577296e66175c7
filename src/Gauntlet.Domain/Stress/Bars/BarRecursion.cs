namespace Gauntlet.Domain.Stress.Bars;

/// <summary>Turns draws into bars, one after the other: gaps, clustered volatility, heavy tails, jumps, volume and spread that go with the range.</summary>
/// <remarks>
/// Variance is the asymmetric recursion of Engle and Ng (1993), h ← ω + β·h + α·(e − c·√h)² about a mean of 1. High and low are the
/// exact extremes of a Brownian bridge between open and close, so that they enclose both by algebra.
/// </remarks>
/// <param name="shape">What does not change from bar to bar.</param>
/// <param name="close">Close before the first bar.</param>
internal sealed class BarRecursion(BarShape shape, double close)
{
    private const double LargestVariance = 25;
    private const double JumpMean = -1, TailSkew = -0.2;
    private const double UsualSpread = 0.0002, SpreadToVolatility = 0.7, SpreadToVolume = -0.2;

    private readonly double _level = shape.Volatility.Level, _reaction = shape.Volatility.Reaction, _asymmetry = shape.Volatility.Asymmetry;
    private double _close = close, _variance = 1, _lastReturn, _logVolume;

    /// <summary>Variance of the next bar over the usual one at the multiplier of its regime.</summary>
    public double Variance => _variance;

    /// <summary>Makes the next bar.</summary>
    /// <param name="draw">Its random numbers.</param>
    /// <param name="drift">Expected log return of the bar.</param>
    /// <param name="multiple">m: volatility over the usual one.</param>
    /// <param name="jumpRate">λ: probability of a jump.</param>
    /// <param name="liquidity">Spread over the usual one.</param>
    public GeneratedBar Next(in BarDraw draw, double drift, double multiple, double jumpRate, double liquidity)
    {
        var deviation = shape.Unit * multiple * Math.Sqrt(_variance);
        var tail = Math.Sqrt(draw.Mixing);
        var jump = draw.JumpChance < jumpRate ? shape.JumpSize * deviation * (draw.Jump + JumpMean) : 0;
        var gap = (Math.Sqrt(shape.GapShare) * deviation * tail * draw.Gap) + jump;
        var width = Math.Sqrt(1 - shape.GapShare) * deviation * tail;
        var body = (width * draw.Body) + drift - (shape.Reversion * _lastReturn) - (deviation * deviation / 2)
            - (jumpRate * shape.JumpSize * JumpMean * deviation) + (TailSkew * deviation * (draw.Mixing - 1));

        var open = _close * Math.Exp(gap);
        var end = open * Math.Exp(body);
        var up = Math.Sqrt((body * body) - (2 * width * width * Math.Log(draw.High)));
        var down = Math.Sqrt((body * body) - (2 * width * width * Math.Log(draw.Low)));
        var high = open * Math.Exp(0.5 * (body + up));
        var low = open * Math.Exp(0.5 * (body - down));
        // Exponentials of ordered numbers are ordered, but for the last bit.
        (high, low) = (Math.Max(high, Math.Max(open, end)), Math.Min(low, Math.Min(open, end)));

        var news = ((gap + body - drift) / (shape.Unit * multiple)) - (_asymmetry * Math.Sqrt(_variance));
        _variance = Math.Min(LargestVariance, _level + (VolatilityShape.Persistence * _variance) + (_reaction * news * news));
        _logVolume = (0.35 * _logVolume) + (0.45 * Math.Log(Math.Max(0.5 * (up + down), 1e-12) / (1.4 * shape.Unit))) + (0.24 * draw.Volume);
        (_close, _lastReturn) = (end, gap + body);
        return new(deviation, open, high, low, end, _logVolume, UsualSpread * liquidity * Math.Exp((SpreadToVolatility * Math.Log(deviation / shape.Unit)) + (SpreadToVolume * _logVolume)));
    }

    /// <summary>Goes on from another price; volatility and volume stay as they are. Ends a burn-in.</summary>
    public void Restart(double price) => _close = price;
}

/// <summary>A bar that was made.</summary>
/// <param name="Deviation">Standard deviation that its log return had.</param>
/// <param name="Open">Open.</param>
/// <param name="High">High.</param>
/// <param name="Low">Low.</param>
/// <param name="Close">Close.</param>
/// <param name="LogVolume">Logarithm of its volume over the usual one.</param>
/// <param name="Spread">Spread as a fraction of the price.</param>
internal readonly record struct GeneratedBar(double Deviation, double Open, double High, double Low, double Close, double LogVolume, double Spread);
