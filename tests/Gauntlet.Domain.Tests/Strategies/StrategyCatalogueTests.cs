using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Tests.Markets;

namespace Gauntlet.Domain.Tests.Strategies;

public class StrategyCatalogueTests
{
    public static TheoryData<string> Names => [.. StrategyCatalogue.All.Select(definition => definition.Name)];

    [Fact]
    public void Find_Unknown_SaysTheNearest() =>
        Should.Throw<InvalidInputException>(() => StrategyCatalogue.Find("sma-crss")).Message
            .ShouldBe("There is no strategy 'sma-crss'. Did you mean 'sma-cross'? Known: rsi-reversion, sma-cross.");

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_Defaults_AreAllowed(string name)
    {
        var space = StrategyCatalogue.Find(name).Parameters;
        space.Bind(space.Defaults).ShouldBe(space.Defaults);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_BeforeTheWarmUp_HoldsNothing(string name)
    {
        var definition = StrategyCatalogue.Find(name);
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 9, 2000).Series;
        var result = definition.Run(ParameterValues.Empty, bars, new());
        result.Trades.Count.ShouldBeGreaterThan(5);
        // Decided at the close of the last warm-up bar at the earliest, filled at the open after it.
        result.Trades[0].EntryTime.ShouldBeGreaterThanOrEqualTo(bars.Times[definition.WarmUp(ParameterValues.Empty)]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_LongOnly_IsNeverShort(string name)
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 9, 2000).Series;
        var definition = StrategyCatalogue.Find(name);
        definition.Run(ParameterValues.Empty.With("direction", "long-only"), bars, new()).Trades.ShouldAllBe(trade => trade.Quantity > 0);
        definition.Run(ParameterValues.Empty, bars, new()).Trades.ShouldContain(trade => trade.Quantity < 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_HalfSize_HoldsAboutHalf(string name)
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 9, 2000).Series;
        var definition = StrategyCatalogue.Find(name);
        var whole = definition.Run(ParameterValues.Empty, bars, new()).Trades[0].Quantity;
        definition.Run(ParameterValues.Empty.With("size", 0.5), bars, new()).Trades[0].Quantity.ShouldBe(whole / 2, Math.Abs(whole) * 0.01);
    }

    // Averages of 2 and 5 closes: the fast one is above from the fifth bar on, which is no crossing; it crosses down at bar 7.
    [Fact]
    public void SmaCross_TrendThatAlreadyHolds_IsNoSignal()
    {
        var bars = Hours.Closing(10, 11, 12, 13, 14, 15, 16, 8, 7, 6, 5);
        var values = ParameterValues.Empty.With("fast", 2).With("slow", 5);
        var trade = StrategyCatalogue.Find("sma-cross").Run(values, bars, new()).Trades.ShouldHaveSingleItem();
        trade.EntryTime.ShouldBe(bars.Times[8]);
        trade.Quantity.ShouldBeLessThan(0);
    }

    [Fact]
    public void SmaCross_TouchingAverages_IsNoSignal()
    {
        var bars = Hours.Closing(0.1, 0.2, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2);
        var values = ParameterValues.Empty.With("fast", 2).With("slow", 5);
        StrategyCatalogue.Find("sma-cross").Run(values, bars.Slice(3, 7), new()).Trades.ShouldBeEmpty();
    }
}
