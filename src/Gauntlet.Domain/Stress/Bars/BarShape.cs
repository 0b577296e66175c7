namespace Gauntlet.Domain.Stress.Bars;

/// <summary>What does not change from bar to bar of a market.</summary>
/// <param name="Unit">σ₀: usual standard deviation of a bar's log return, positive.</param>
/// <param name="GapShare">ψ: share of its variance between a close and the next open, in [0, 1).</param>
/// <param name="JumpSize">Deviation of a jump over that of the bar; its mean is one such deviation down.</param>
/// <param name="Reversion">Share of the last return that the next bar gives back.</param>
public sealed record BarShape(double Unit, double GapShare, double JumpSize = 2, double Reversion = 0.045)
{
    /// <summary>Clusters and tails. Default those of an index.</summary>
    public VolatilityShape Volatility { get; init; } = VolatilityShape.Index;

    /// <summary>The shape of a calibrated market.</summary>
    /// <param name="market">The market.</param>
    public static BarShape Of(MarketCalibration market) =>
        Of(market.Volatility * Math.Sqrt(1 - market.Trend.Share), market.GapShare, market.BarsPerDay, market.Clusters ?? VolatilityShape.Index);

    // Jumps are events of a day, and days revert while hours do not.
    internal static BarShape Of(double unit, double gapShare, int barsPerDay, VolatilityShape volatility) =>
        new(unit, gapShare, 2 * Math.Sqrt(barsPerDay), barsPerDay == 1 ? 0.045 : 0) { Volatility = volatility };
}
