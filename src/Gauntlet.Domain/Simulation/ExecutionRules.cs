using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Simulation;

/// <summary>Cash, costs, limits and conventions of a simulated account. By default there is no leverage: neither cash nor, when short, the margin of the full value goes below zero by an order.</summary>
/// <remarks>
/// A bar happens in this order: corporate actions; financing since the bar before; waiting orders at the open, those that
/// free cash first; stops and then limits inside the bar, since its path is unknown; market-on-close orders; marking,
/// liquidation; the decision. Orders of the last bar fill nowhere, and an open position is marked at its close.
/// </remarks>
public sealed record ExecutionRules
{
    /// <summary>Equity at the start, in the market's currency; positive. Default 100,000.</summary>
    public double StartingCash { get; init; } = 100_000;

    /// <summary>What trading costs.</summary>
    public Costs Costs { get; init; } = new();

    /// <summary>Quantities are multiples of this, rounded towards zero; 0 (the default) trades any fraction.</summary>
    public double LotSize { get; init; }

    /// <summary>Prices of fills are multiples of this, rounded against us; 0 (the default) for any price.</summary>
    public double TickSize { get; init; }

    /// <summary>An order worth less at its fill is refused, unless it closes a position; in money. Default 0.</summary>
    public double MinimumNotional { get; init; }

    /// <summary>How a weight becomes a quantity. Default at the decision.</summary>
    public Sizing Sizing { get; init; } = Sizing.AtDecision;

    /// <summary>Quantity of a weight of 1 under <see cref="Sizing.Units"/>; positive. Default 1.</summary>
    public double UnitQuantity { get; init; } = 1;

    /// <summary>When a market order fills. Default at the next open.</summary>
    public FillTiming Timing { get; init; } = FillTiming.NextOpen;

    /// <summary>What happens to an order that cannot be paid or carried. Default reduce.</summary>
    public Shortage Shortage { get; init; } = Shortage.Reduce;

    /// <summary>From when on stops and targets work. Default the entry bar.</summary>
    public ExitStart Exits { get; init; } = ExitStart.EntryBar;

    /// <summary>When a limit fills. Default on the touch.</summary>
    public LimitFill Limits { get; init; } = LimitFill.Touch;

    /// <summary>Largest gross exposure after an order, in equities; 1 to 100. Default 1.</summary>
    public double Leverage { get; init; } = 1;

    /// <summary>Everything is closed at a close at which equity is below this share of the gross exposure; 0 (the default) closes only an account without equity, for good.</summary>
    public double MaintenanceFraction { get; init; }

    /// <summary>Bars that an order takes to reach the market, beyond the next one. Default 0.</summary>
    public int LatencyBars { get; init; }

    /// <summary>Largest share of a bar's volume that fills, the rest waits; 0 (the default) fills everything.</summary>
    public double ParticipationFraction { get; init; }

    /// <summary>Whether a volume of 0 means that nothing traded, so that nothing fills. Default false: it means unknown.</summary>
    public bool VolumeIsKnown { get; init; }

    /// <summary>Fee a year for a short position, as a fraction of its value at the last close, by calendar days. Default 0.</summary>
    public double BorrowFractionPerYear { get; init; }

    /// <summary>Paid a day by longs and received by shorts, as a fraction of the value at the last close; negative the other way. Default 0.</summary>
    public double FundingFractionPerDay { get; init; }

    /// <summary>Interest a year on negative cash, by calendar days. Default 0.</summary>
    public double MarginInterestFractionPerYear { get; init; }

    /// <summary>Whether the fee of a purchase is taken from what was bought, as spot crypto venues do. Default false.</summary>
    public bool FeesInAsset { get; init; }

    /// <summary>Decimals to which every fee is rounded, half up; null (the default) keeps it whole.</summary>
    public int? MoneyDecimals { get; init; }

    /// <summary>Whether the fast loop can hold them: nothing that looks at volume, days, queues or several markets.</summary>
    internal bool IsPlain => LatencyBars == 0 && ParticipationFraction == 0 && !VolumeIsKnown && BorrowFractionPerYear == 0 && FundingFractionPerDay == 0
        && MarginInterestFractionPerYear == 0 && MaintenanceFraction == 0 && !FeesInAsset && Costs.VolumeShareImpact == 0 && Costs.SquareRootImpact == 0;

    /// <summary>Checks every value.</summary>
    /// <returns>These rules.</returns>
    /// <exception cref="InvalidInputException">A value that is not finite or out of its range.</exception>
    public ExecutionRules Validated()
    {
        Require(nameof(StartingCash), StartingCash, double.IsFinite(StartingCash) && StartingCash > 0, "a positive amount");
        Require(nameof(LotSize), LotSize, IsAmount(LotSize), "0 or a positive quantity");
        Require(nameof(TickSize), TickSize, IsAmount(TickSize), "0 or a positive price");
        Require(nameof(MinimumNotional), MinimumNotional, IsAmount(MinimumNotional), "0 or a positive amount");
        Require(nameof(UnitQuantity), UnitQuantity, double.IsFinite(UnitQuantity) && UnitQuantity > 0, "a positive quantity");
        Require(nameof(Leverage), Leverage, Leverage is >= 1 and <= 100, "from 1 to 100");
        Require(nameof(MaintenanceFraction), MaintenanceFraction, MaintenanceFraction is >= 0 and < 1, "a fraction from 0 to below 1");
        Require(nameof(LatencyBars), LatencyBars, LatencyBars is >= 0 and <= 1000, "from 0 to 1,000 bars");
        Require(nameof(ParticipationFraction), ParticipationFraction, ParticipationFraction is >= 0 and <= 1, "a fraction from 0 to 1");
        Require(nameof(BorrowFractionPerYear), BorrowFractionPerYear, BorrowFractionPerYear is >= 0 and <= 10, "a fraction from 0 to 10");
        Require(nameof(FundingFractionPerDay), FundingFractionPerDay, FundingFractionPerDay is >= -1 and <= 1, "a fraction from -1 to 1");
        Require(nameof(MarginInterestFractionPerYear), MarginInterestFractionPerYear, MarginInterestFractionPerYear is >= 0 and <= 10, "a fraction from 0 to 10");
        Require(nameof(MoneyDecimals), MoneyDecimals ?? 0, MoneyDecimals is null or (>= 0 and <= 10), "from 0 to 10 decimals");
        Require(nameof(Costs.FeeFraction), Costs.FeeFraction, Costs.FeeFraction is >= 0 and < 1, "a fraction from 0 to below 1");
        Require(nameof(Costs.HalfSpreadFraction), Costs.HalfSpreadFraction, Costs.HalfSpreadFraction is >= 0 and < 0.5, "a fraction from 0 to below 0.5");
        Require(nameof(Costs.SlippageFraction), Costs.SlippageFraction, Costs.SlippageFraction is >= 0 and < 0.5, "a fraction from 0 to below 0.5");
        Require(nameof(Costs.FeePerUnit), Costs.FeePerUnit, IsAmount(Costs.FeePerUnit), "0 or a positive amount");
        Require(nameof(Costs.MinimumFee), Costs.MinimumFee, IsAmount(Costs.MinimumFee), "0 or a positive amount");
        Require(nameof(Costs.MaximumFeeFraction), Costs.MaximumFeeFraction, Costs.MaximumFeeFraction is >= 0 and <= 1, "a fraction from 0 to 1");
        Require(nameof(Costs.VolumeShareImpact), Costs.VolumeShareImpact, IsAmount(Costs.VolumeShareImpact), "0 or a positive fraction");
        Require(nameof(Costs.SquareRootImpact), Costs.SquareRootImpact, IsAmount(Costs.SquareRootImpact), "0 or a positive number");
        return this;
    }

    private static bool IsAmount(double value) => double.IsFinite(value) && value >= 0;

    private static void Require(string field, double value, bool holds, string range)
    {
        if (!holds) throw new InvalidInputException(field, $"{value}", $"Execution rules: {field} = {value} is not {range}. Give {range}.");
    }
}
