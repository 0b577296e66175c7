using FsCheck;
using FsCheck.Fluent;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Tests.Simulation.Orders;

/// <summary>What no stream of orders can break. The streams are the same in every run; a failure prints the shrunken one.</summary>
public class ExchangePropertyTests
{
    [Fact]
    public void Equity_AtEveryClose_IsCashAndPositions() => ForAll(stream =>
    {
        var (result, closes) = stream.Watch();
        return closes.Zip(result.Times).All(pair =>
        {
            var value = pair.First.Cash + pair.First.Positions.Zip(stream.ClosesAt(pair.Second), (held, close) => held * close).Sum();
            return Math.Abs(value - pair.First.Equity) <= 1e-7;
        });
    });

    [Fact]
    public void Fees_OfAllFills_AddUp() => ForAll(stream =>
    {
        var result = stream.Run();
        return result.Fees == result.Fills.Sum(fill => (decimal)fill.Fill.Fee);
    });

    [Fact]
    public void Cash_IsTheSumOfTheFills() => ForAll(stream =>
    {
        var result = stream.Run();
        var expected = (decimal)stream.Rules.StartingCash - result.Fills.Sum(fill => ((decimal)fill.Fill.Quantity * (decimal)fill.Fill.Price) + (decimal)fill.Fill.Fee);
        return Math.Abs(result.FinalCash - expected) <= 1e-6m;
    });

    [Fact]
    public void Positions_AreTheSumsOfTheFills() => ForAll(stream =>
    {
        var result = stream.Run();
        return result.FinalPositions.Select((held, market) => Math.Abs(held - result.Fills.Where(fill => fill.Market == market).Sum(fill => fill.Fill.Quantity)) < 1e-8).All(same => same);
    });

    [Fact]
    public void Trades_AddUpToTheGain() => ForAll(stream =>
    {
        var result = stream.Run();
        return Math.Abs(result.Trades.Sum(trades => trades.Sum(trade => trade.ProfitAndLoss)) - (result.FinalEquity - result.StartingCash)) <= 1e-6;
    });

    // Purchases, and sales that only reduce: without leverage nothing is ever bought on credit.
    [Fact]
    public void Cash_WithoutMarginAndShorts_IsNeverNegative() => ForAll(
        stream => stream.Watch().Closes.TrueForAll(close => close.Cash >= 0) && stream.Run().FinalCash >= 0,
        rules => rules with { Leverage = 1, MaintenanceFraction = 0 },
        code => (code >> 9) % 8 == 6 || code % 2 == 0 ? code : code & ~1);

    [Fact]
    public void Quantities_AreWholeLots() => ForAll(stream => stream.Rules.LotSize == 0 || stream.Run().Fills.All(fill =>
        Math.Abs((fill.Fill.Quantity / stream.Rules.LotSize) - Math.Round(fill.Fill.Quantity / stream.Rules.LotSize)) < 1e-6));

    [Fact]
    public void Participation_IsNeverExceeded() => ForAll(stream => stream.Run().Fills.Where(fill => fill.Fill.Reason != FillReason.Liquidation)
        .GroupBy(fill => (fill.Step, fill.Market))
        .All(bar => stream.Rules.ParticipationFraction == 0 || bar.Sum(fill => Math.Abs(fill.Fill.Quantity)) <= (stream.Rules.ParticipationFraction * 130) + 1e-9));

    [Fact]
    public void FutureBars_NeverChangeThePast() => ForAll(stream =>
    {
        var known = stream with { Markets = [.. stream.Markets.Select(market => market.Slice(0, market.Count / 2))] };
        var (past, whole) = (known.Run(), stream.Run());
        // The shorter market of the two ends the common past.
        var until = known.Markets.Min(market => market.Times[^1]);
        var steps = past.Times.Count(time => time <= until);
        return past.Equity.Take(steps).SequenceEqual(whole.Equity.Take(steps));
    });

    [Fact]
    public void Run_Again_IsTheSame() => ForAll(stream =>
    {
        var again = stream.Run();
        return stream.Run().Equity.SequenceEqual(again.Equity);
    });

    private static void ForAll(Func<OrderStream, bool> holds, Func<ExecutionRules, ExecutionRules>? adjust = null, Func<int, int>? code = null) =>
        Prop.ForAll<ulong, int[]>((seed, codes) => holds(OrderStream.Of(seed, code is null ? codes : [.. codes.Select(code)], adjust)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(400).WithReplay(1, 3));
}
