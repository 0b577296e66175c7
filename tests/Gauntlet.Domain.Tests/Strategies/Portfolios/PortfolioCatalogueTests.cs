using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Strategies.Portfolios;
using Gauntlet.Domain.Tests.Markets;

namespace Gauntlet.Domain.Tests.Strategies.Portfolios;

/// <summary>What every strategy of several markets must do.</summary>
public class PortfolioCatalogueTests
{
    // Days, so that there are months to look back on.
    private static readonly IReadOnlyList<BarSeries> Pair = [Daily(SyntheticKind.Noise, 1), Daily(SyntheticKind.Noise, 2)];

    public static TheoryData<string> Names => [.. PortfolioCatalogue.All.Select(definition => definition.Name)];

    [Fact]
    public void Find_Unknown_SaysTheNearest() =>
        Should.Throw<InvalidInputException>(() => PortfolioCatalogue.Find("momentun")).Message
            .ShouldBe("There is no strategy of several markets 'momentun'. Did you mean 'momentum'? Known: equal-weight, momentum, pairs, sixty-forty.");

    [Fact]
    public void Run_TooManyMarkets_SaysHowMany() =>
        Should.Throw<InvalidInputException>(() => Run("pairs", [.. Pair, Daily(SyntheticKind.Noise, 3)])).Message.ShouldBe("pairs takes 2 markets and was given 3. Give 2 markets.");

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_Defaults_AreAllowed(string name)
    {
        var space = PortfolioCatalogue.Find(name).Parameters;
        space.Bind(space.Defaults).ShouldBe(space.Defaults);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_LaterBarsChanged_IsTheSameBefore(string name)
    {
        var whole = Run(name, Pair).Equity;
        foreach (var known in new[] { 500, 900, 1300 })
        {
            BarSeries[] changed = [Spliced.At(Pair[0], Daily(SyntheticKind.Trend, 3), known, "first"), Spliced.At(Pair[1], Daily(SyntheticKind.Trend, 4), known, "second")];
            var other = Run(name, changed).Equity;
            other.Take(known).ShouldBe(whole.Take(known));
            other.ShouldNotBe(whole);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_HalfSize_TradesAboutHalf(string name)
    {
        var whole = Run(name, Pair).Fills[0].Fill;
        var half = PortfolioCatalogue.Find(name).Run(ParameterValues.Empty.With("size", 0.5), Pair, new()).Fills[0].Fill;
        half.Quantity.ShouldBe(whole.Quantity / 2, Math.Abs(whole.Quantity) * 0.01);
    }

    private static BarSeries Daily(SyntheticKind kind, ulong seed)
    {
        var made = SyntheticMarket.Create(kind, seed, 1500, TimeSpan.FromDays(1)).Series;
        return Spliced.At(made, made, made.Count, $"{kind}-{seed}");
    }

    private static PortfolioResult Run(string name, IReadOnlyList<BarSeries> markets) => PortfolioCatalogue.Find(name).Run(ParameterValues.Empty, markets, new());
}
