using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using static Gauntlet.Domain.Tests.Simulation.Orders.ScriptedOrders;

namespace Gauntlet.Domain.Tests.Simulation.Orders;

/// <summary>Each kind of order on a few bars worked by hand.</summary>
public class OrderTypeTests
{
    private const double Exact = 1e-9;

    // Sent at a close of 100: trigger 95. The high of 110 lifts it to 105 for the next bar, whose low of 104 touches it.
    [Fact]
    public void Trailing_RisingPrice_FollowsTheHighOfTheBarBefore() =>
        Run(Bars((100, 100, 100, 100), (100, 101, 99, 100), (100, 110, 99, 109), (108, 109, 104, 106)), Free, (0, new(0, 5)), (1, Order.TrailingOrder(0, -5, 5)))
            .Fills().ShouldBe([(1, 5, 100), (3, -5, 105)]);

    [Fact]
    public void Trailing_GapThroughTheTrigger_FillsAtTheOpen() =>
        Run(Bars((100, 100, 100, 100), (100, 101, 99, 100), (93, 94, 92, 93)), Free, (0, new(0, 5)), (1, Order.TrailingOrder(0, -5, 5)))
            .Fills().ShouldBe([(1, 5, 100), (2, -5, 93)]);

    [Fact]
    public void Trailing_FallingPrice_NeverGoesBack() =>
        Run(Bars((100, 100, 100, 100), (100, 108, 100, 104), (104, 104, 103.5, 103.5), (103.5, 104, 102, 103)), Free, (0, new(0, 5)), (0, Order.TrailingOrder(0, -5, 5)))
            .Fills().ShouldBe([(1, 5, 100), (3, -5, 103)]);

    // The limit lies beyond the trigger: the price comes from the trigger and fills there.
    [Fact]
    public void StopLimit_LimitBeyondTheTrigger_FillsAtTheTrigger() =>
        Run(Bars((100, 100, 100, 100), (100, 106, 99, 105)), Free, (0, Order.StopLimitOrder(0, 5, 105, 106))).Fills().ShouldBe([(1, 5, 105)]);

    // The limit lies before the trigger: only a later bar tells whether the price came back.
    [Fact]
    public void StopLimit_LimitBeforeTheTrigger_WaitsForTheNextBar() =>
        Run(Bars((100, 100, 100, 100), (100, 106, 99, 105), (105, 107, 103.5, 106)), Free, (0, Order.StopLimitOrder(0, 5, 105, 104))).Fills().ShouldBe([(2, 5, 104)]);

    [Fact]
    public void StopLimit_GapBeyondTheLimit_FillsOnTheWayBack() =>
        Run(Bars((100, 100, 100, 100), (108, 109, 105.5, 107)), Free, (0, Order.StopLimitOrder(0, 5, 105, 106))).Fills().ShouldBe([(1, 5, 106)]);

    [Fact]
    public void StopLimit_GapThatStays_FillsNowhere()
    {
        var result = Run(Bars((100, 100, 100, 100), (108, 109, 107, 108)), Free, (0, Order.StopLimitOrder(0, 5, 105, 106)));

        result.Fills.ShouldBeEmpty();
        result.Events.ShouldHaveSingleItem().Kind.ShouldBe(OrderEventKind.OpenAtEnd);
    }

    [Fact]
    public void MarketOnClose_SentAtAClose_FillsAtTheNextClose() =>
        Run(Bars((100, 100, 100, 100), (101, 105, 99, 103)), Free, (0, Order.OnClose(0, 5))).Fills().ShouldBe([(1, 5, 103)]);

    [Fact]
    public void Market_Latency_ReachesTheMarketLater() =>
        Run(Flat(100, 101, 102, 103, 104), Free with { LatencyBars = 2 }, (0, new(0, 5)), (0, Order.OnClose(0, -5))).Fills().ShouldBe([(3, 5, 103), (3, -5, 103)]);

    // A stop that cannot be sold in one bar goes on as a market order: 30 of a volume of 100 a bar.
    [Fact]
    public void Stop_MoreThanTheVolumeGives_GoesOnAtTheNextOpens() =>
        Run(Bars((10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 8, 8), (7, 7, 7, 7), (6, 6, 6, 6)), Free with { ParticipationFraction = 0.3 }, (0, new(0, 70)), (3, Order.StopOrder(0, -70, 9)))
            .Fills().ShouldBe([(1, 30, 10), (2, 30, 10), (3, 10, 10), (4, -30, 9), (5, -30, 7), (6, -10, 6)]);

    // 100.01 × 1.001 is 100.11, up to the next 0.05; 100.01 × 0.999 is 99.91, down to it.
    [Theory]
    [InlineData(1, 100.15)]
    [InlineData(-1, 99.9)]
    public void Price_TickSize_IsRoundedAgainstUs(int side, double price) =>
        new Terms(Free with { TickSize = 0.05, Costs = new(0, 0.0005, 0.0005) }).Price(100.01, side).ShouldBe(price, Exact);

    // Cash for ten: the first order sent takes it, the second gets what is left.
    [Fact]
    public void Market_TwoOrdersForOneCash_AreServedInTheOrderOfSending() =>
        Run(Flat(100, 100), Free, (0, new(0, 8)), (0, new(0, 8))).Fills().ShouldBe([(1, 8, 100), (1, 2, 100)]);

    [Theory]
    [InlineData(OrderType.Limit)]
    [InlineData(OrderType.Stop)]
    [InlineData(OrderType.StopLimit)]
    [InlineData(OrderType.Trailing)]
    public void Send_WithoutItsPrice_IsRefused(OrderType type) =>
        Should.Throw<Gauntlet.Domain.Input.InvalidInputException>(() => Run(Flat(100, 100), Free, (0, new Order(0, 5, type)))).Message.ShouldContain("is not a positive");
}
