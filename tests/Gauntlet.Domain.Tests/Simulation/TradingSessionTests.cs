using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Tests.Markets;

namespace Gauntlet.Domain.Tests.Simulation;

public class TradingSessionTests
{
    private static readonly ExecutionRules Free = new() { StartingCash = 1000, Costs = Costs.None };
    private static readonly BarSeries Bars = Hours.Of((100, 100), (100, 120), (110, 110), (105, 105), (100, 100));

    [Fact]
    public void Step_Fill_IsReportedWithItsBar()
    {
        var session = TradingSession.Open(new ScriptedStrategy(0.5), Free);
        session.Step(Bars[0]).Fill.ShouldBeNull();
        session.Step(Bars[1]).Fill.ShouldBe(new Fill(Bars.Times[1], 5, 100, 0));
        session.Step(Bars[2]).Fill.ShouldBeNull();
    }

    [Fact]
    public void Flatten_ClosesAtTheNextOpenAndLetsTheStrategyTradeAgain()
    {
        var session = TradingSession.Open(new ScriptedStrategy(0.5), Free);
        session.Step(Bars[0]);
        session.Step(Bars[1]).Position.ShouldBe(5);
        session.Flatten();
        var closed = session.Step(Bars[2]);
        closed.Fill.ShouldBe(new Fill(Bars.Times[2], -5, 110, 0));
        closed.Position.ShouldBe(0);
        closed.Equity.ShouldBe(1050);
        session.Step(Bars[3]).Fill!.Value.Quantity.ShouldBe(0.5 * 1050 / 110, 1e-12);
    }

    [Fact]
    public void Flatten_WithAnOrderWaiting_WithdrawsIt()
    {
        var session = TradingSession.Open(new ScriptedStrategy(0.5, 0), Free);
        session.Step(Bars[0]);
        session.Flatten();
        session.Step(Bars[1]).Fill.ShouldBeNull();
    }

    [Fact]
    public void Step_SameOrEarlierBar_IsRefused()
    {
        var session = TradingSession.Open(new ScriptedStrategy(0), Free);
        session.Step(Bars[1]);
        Should.Throw<InvalidOperationException>(() => session.Step(Bars[1]));
        Should.Throw<InvalidOperationException>(() => session.Step(Bars[0]));
    }

    [Fact]
    public void Warm_AfterTradingBegan_IsRefused()
    {
        var session = TradingSession.Open(new ScriptedStrategy(0), Free);
        session.Step(Bars[0]);
        Should.Throw<InvalidOperationException>(() => session.Warm(Bars[1]));
    }
}
