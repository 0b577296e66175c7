using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Tests.Markets;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Strategies;

public class StrategyCatalogueTests
{
    private static readonly BarSeries Noise = SyntheticMarket.Create(SyntheticKind.Noise, 9, 2000).Series;

    /// <summary>Every strategy, and every one with something around it.</summary>
    public static TheoryData<string> Names => [.. StrategyCatalogue.All.Concat(StrategyCatalogue.Decorated).Select(definition => definition.Name)];

    /// <summary>Those that take either side.</summary>
    public static TheoryData<string> Directional => [.. StrategyCatalogue.All.Select(definition => definition.Name).Where(name => name != "buy-and-hold")];

    [Fact]
    public void Find_Unknown_SaysTheNearest() =>
        Should.Throw<InvalidInputException>(() => StrategyCatalogue.Find("sma-crss")).Message
            .ShouldBe("There is no strategy 'sma-crss'. Did you mean 'sma-cross'? Known: bollinger-breakout, bollinger-reversion, buy-and-hold, ema-cross, macd, rsi-reversion, sma-cross, turtle.");

    [Theory]
    [InlineData("sma-cross+exit", "Nothing 'exit' goes around sma-cross. Did you mean 'exits'? Known: exits, kelly, volatility-target.")]
    [InlineData("turtle+exits", "Nothing 'exits' goes around turtle: it protects its positions itself.")]
    public void Find_UnknownDecoration_SaysWhatThereIs(string name, string message) =>
        Should.Throw<InvalidInputException>(() => StrategyCatalogue.Find(name)).Message.ShouldBe(message);

    [Fact]
    public void All_Names_AreUniqueAndOrdered()
    {
        foreach (var names in new[] { StrategyCatalogue.All, StrategyCatalogue.Decorated }.Select(part => part.Select(definition => definition.Name).ToList()))
        {
            names.ShouldBe(names.Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_Defaults_AreAllowed(string name)
    {
        var space = StrategyCatalogue.Find(name).Parameters;
        space.Bind(space.Defaults).ShouldBe(space.Defaults);
    }

    // The search draws from the same declaration: whatever it draws can be run.
    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_DrawnPoints_AreAllowed(string name)
    {
        var space = StrategyCatalogue.Find(name).Parameters;
        var search = SearchSpace.Of(space);
        var random = new SeededRandom(4);
        for (var i = 0; i < 50; i++) space.Bind(search.Decode(search.Draw(random)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_BeforeTheWarmUp_HoldsNothing(string name)
    {
        var definition = StrategyCatalogue.Find(name);
        var result = definition.Run(ParameterValues.Empty, Noise, new());
        result.Trades.Count.ShouldBeGreaterThanOrEqualTo(name.StartsWith("buy-and-hold", StringComparison.Ordinal) ? 1 : 6);
        // Decided at the close of the last warm-up bar at the earliest, filled at the open after it.
        result.Trades[0].EntryTime.ShouldBeGreaterThanOrEqualTo(Noise.Times[definition.WarmUp(ParameterValues.Empty)]);
    }

    // Nothing after a bar may change what was held and earned up to it.
    [Theory]
    [MemberData(nameof(Names))]
    public void Run_LaterBarsChanged_IsTheSameBefore(string name)
    {
        var definition = StrategyCatalogue.Find(name);
        var whole = definition.Run(ParameterValues.Empty, Noise, new()).Equity.ToArray();
        var differ = 0;
        foreach (var known in new[] { 10, 400, 1000, 1777 })
        {
            var changed = Spliced.At(Noise, SyntheticMarket.Create(SyntheticKind.Trend, 5, Noise.Count).Series, known);
            var other = definition.Run(ParameterValues.Empty, changed, new()).Equity.ToArray();
            other[..known].ShouldBe(whole[..known]);
            if (!other.SequenceEqual(whole)) differ++;
        }

        differ.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Open_BarByBar_IsWhatTheWholeGives(string name)
    {
        var definition = StrategyCatalogue.Find(name);
        var session = definition.Open(ParameterValues.Empty, new());
        var whole = definition.Run(ParameterValues.Empty, Noise, new()).Equity.ToArray();
        for (var i = 0; i < Noise.Count; i++) session.Step(Noise[i]).Equity.ShouldBe(whole[i], $"bar {i}");
    }

    [Theory]
    [MemberData(nameof(Directional))]
    public void Run_LongOnly_IsNeverShort(string name)
    {
        var definition = StrategyCatalogue.Find(name);
        definition.Run(ParameterValues.Empty.With("direction", "long-only"), Noise, new()).Trades.ShouldAllBe(trade => trade.Quantity > 0);
        definition.Run(ParameterValues.Empty, Noise, new()).Trades.ShouldContain(trade => trade.Quantity < 0);
    }

    [Theory]
    [MemberData(nameof(Directional))]
    public void Run_HalfSize_HoldsAboutHalf(string name)
    {
        var definition = StrategyCatalogue.Find(name);
        var whole = definition.Run(ParameterValues.Empty, Noise, new()).Trades[0].Quantity;
        definition.Run(ParameterValues.Empty.With("size", 0.5), Noise, new()).Trades[0].Quantity.ShouldBe(whole / 2, Math.Abs(whole) * 0.01);
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
