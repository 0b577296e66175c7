namespace Gauntlet.Domain.Stress.Bars;

/// <summary>What does not change from bar to bar of a market.</summary>
/// <param name="Unit">σ₀: usual standard deviation of a bar's log return, positive.</param>
/// <param name="GapShare">ψ: share of its variance between a close and the next open, in [0, 1).</param>
/// <param name="JumpSize">Deviation of a jump over that of the bar; its mean is one such deviation down.</param>
/// <param name="Reversion">Share of the last return that the next bar gives back.</param>
public sealed record BarShape(double Unit, double GapShare, double JumpSize = 2, double Reversion = 0.045)
{
    /// <summary>The shape of a calibrated market. Jumps are events of a day, and days revert while hours do not.</summary>
    /// <param name="market">The market.</param>
    public static BarShape Of(MarketCalibration market) => new(
        market.Volatility * Math.Sqrt(1 - market.Trend.Share),
        market.GapShare,
        2 * Math.Sqrt(market.BarsPerDay),
        market.BarsPerDay == 1 ? 0.045 : 0);
}
