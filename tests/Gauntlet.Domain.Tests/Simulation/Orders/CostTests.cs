using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using static Gauntlet.Domain.Tests.Simulation.Orders.ScriptedOrders;

namespace Gauntlet.Domain.Tests.Simulation.Orders;

/// <summary>Fee tiers, impact, financing and margin, worked by hand.</summary>
public class CostTests
{
    private const double Exact = 1e-9;

    // The table of a retail crypto venue, percent of maker and taker by the volume of thirty days.
    [Theory]
    [InlineData(0, 0.60, 1.20)]
    [InlineData(9_999, 0.60, 1.20)]
    [InlineData(10_000, 0.40, 0.80)]
    [InlineData(25_000, 0.25, 0.50)]
    [InlineData(75_000, 0.125, 0.25)]
    [InlineData(250_000, 0.075, 0.15)]
    [InlineData(500_000, 0.06, 0.125)]
    [InlineData(1_000_000, 0.05, 0.10)]
    [InlineData(5_000_000, 0.04, 0.085)]
    public void At_Volume_IsTheStepOfTheTable(double volume, double maker, double taker)
    {
        var tier = FeeTiers.RetailCrypto.At(volume);

        tier.MakerFraction.ShouldBe(maker / 100, Exact);
        tier.TakerFraction.ShouldBe(taker / 100, Exact);
    }

    // 6,000 at 1.2 %, 6,000 more at 1.2 %, and with 12,000 behind it 0.8 %; forty days on, all that is forgotten.
    [Fact]
    public void Fee_Tiers_FollowTheVolumeOfThirtyDays()
    {
        var prices = Enumerable.Repeat(100.0, 45).ToArray();
        var result = Run(Flat(prices), Free with { StartingCash = 100_000, Costs = Costs.None with { Tiers = FeeTiers.RetailCrypto } }, (0, new(0, 60)), (1, new(0, -60)), (2, new(0, 60)), (43, new(0, -60)));

        result.Fills.Select(fill => Math.Round(fill.Fill.Fee, 9)).ShouldBe([72, 72, 48, 72]);
    }

    [Fact]
    public void Fee_LimitThatRested_IsTheMakers() =>
        Run(Bars((100, 100, 100, 100), (100, 100, 90, 95)), Free with { Costs = Costs.None with { Tiers = FeeTiers.RetailCrypto } }, (0, Order.LimitOrder(0, 5, 95)))
            .Fills.ShouldHaveSingleItem().Fill.Fee.ShouldBe(5 * 95 * 0.006, Exact);

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    public void New_TiersThatDoNotBeginAtZero_AreRefused(double from) =>
        Should.Throw<Gauntlet.Domain.Input.InvalidInputException>(() => new FeeTiers(new FeeTier(from, 0, 0)));

    // 5 of a volume of 100: a twentieth, squared, of 40 %.
    [Fact]
    public void Price_VolumeShareImpact_GrowsWithTheSquare() =>
        Run(Flat(100, 100, 100), Free with { Costs = Costs.None with { VolumeShareImpact = 0.4 } }, (0, new(0, 5)), (1, new(0, -5))).Fills().ShouldBe([(1, 5, 100.1), (2, -5, 99.9)]);

    // One return of 10 % is all the volatility there is; a quarter of the volume moves the price by half of it.
    [Fact]
    public void Price_SquareRootImpact_IsVolatilityTimesTheRootOfTheShare() =>
        Run(Flat(100, 110, 110), Free with { StartingCash = 10_000, Costs = Costs.None with { SquareRootImpact = 1 } }, (1, new(0, 25))).Fills().ShouldBe([(2, 25, 115.5)]);

    // A thousand short at 36.5 % a year is 1 a night.
    [Fact]
    public void Borrow_ShortOverThreeNights_IsPaidByTheNight() =>
        ((double)Run(Flat(100, 100, 100, 100, 100), Free with { BorrowFractionPerYear = 0.365 }, (0, new(0, -10))).FinalCash).ShouldBe(1000 + 1000 - 3, Exact);

    [Theory]
    [InlineData(10, -1)]
    [InlineData(-10, 1)]
    public void Funding_PerDay_IsPaidByLongsAndReceivedByShorts(double quantity, double flow) =>
        ((double)Run(Flat(100, 100, 100, 100), Free with { FundingFractionPerDay = 0.001 }, (0, new(0, quantity))).FinalCash).ShouldBe(1000 - (quantity * 100) + (2 * flow), Exact);

    [Fact]
    public void Funding_HalfADay_IsHalf() =>
        ((double)Run(Bars(TimeSpan.FromHours(12), (100, 100, 100, 100), (100, 100, 100, 100), (100, 100, 100, 100)), Free with { FundingFractionPerDay = 0.001 }, (0, new(0, 10))).FinalCash).ShouldBe(-0.5, Exact);

    // Two thousand bought with one: a thousand borrowed at 36.5 % a year for two nights, the second with the first one's interest.
    [Fact]
    public void Interest_BorrowedCash_IsPaidByTheNight() =>
        ((double)Run(Flat(100, 100, 100, 100), Free with { Leverage = 2, MarginInterestFractionPerYear = 0.365 }, (0, new(0, 20))).FinalCash).ShouldBe(-1000 - 1 - 1.001, Exact);

    [Theory]
    [InlineData(Shortage.Reduce, 20)]
    [InlineData(Shortage.Reject, 0)]
    public void Leverage_MoreThanAllowed_IsReducedOrRejected(Shortage shortage, double position) =>
        Run(Flat(100, 100), Free with { Leverage = 2, Shortage = shortage }, (0, new(0, 30))).FinalPositions[0].ShouldBe(position, Exact);

    // 20 at 100 on a thousand: at 67 equity is 340 of 1,340, a quarter still; at 66 it is 320 of 1,320, and everything is closed there.
    [Fact]
    public void Maintenance_EquityBelowItsShare_ClosesAtThatClose()
    {
        var result = Run(Flat(100, 100, 67, 66, 80), Free with { Leverage = 2, MaintenanceFraction = 0.25 }, (0, new(0, 20)));

        result.Fills().ShouldBe([(1, 20, 100), (3, -20, 66)]);
        result.Fills[1].Fill.Reason.ShouldBe(FillReason.Liquidation);
        result.FinalEquity.ShouldBe(320, Exact);
    }
}
