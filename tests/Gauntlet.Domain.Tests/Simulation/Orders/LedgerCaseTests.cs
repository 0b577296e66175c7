using System.Text;
using System.Text.Json;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;

namespace Gauntlet.Domain.Tests.Simulation.Orders;

/// <summary>Every ledger worked by hand, exactly.</summary>
public class LedgerCaseTests
{
    private const double Exact = 1e-9;

    public static TheoryData<string> Ledgers => [.. LedgerCase.Ids.Where(id => LedgerCase.Of(id).Has("ledger"))];

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void RunOrders_LedgerByHand_IsReproduced(string id)
    {
        var @case = LedgerCase.Of(id);
        var (result, bars) = @case.Run();

        ((double)result.FinalCash).ShouldBe(@case["final_cash"].GetDouble(), Exact);
        result.FinalEquity.ShouldBe(@case["final_equity"].GetDouble(), Exact);
        foreach (var expected in @case["after_each_bar"].EnumerateArray())
        {
            var bar = expected.GetProperty("bar").GetInt32();
            bars[bar].Cash.ShouldBe(expected.GetProperty("cash").GetDouble(), Exact, $"cash after bar {bar}");
            bars[bar].Equity.ShouldBe(expected.GetProperty("equity").GetDouble(), Exact, $"equity after bar {bar}");
            for (var market = 0; market < @case.Markets.Count; market++) bars[bar].Positions[market].ShouldBe(Position(expected.GetProperty("position"), @case.Markets[market]), Exact, $"position after bar {bar}");
        }

        ShouldFill(result, @case);
        foreach (var expected in @case["events"].EnumerateArray()) ShouldReport(result, expected);
    }

    [Fact]
    public void Trades_Reversal_BookBothCommissionsOfTheLong() =>
        LedgerCase.Of("reversal-long-to-short").Run().Result.Trades[0][0].ProfitAndLoss.ShouldBe(97.9, Exact);

    [Fact]
    public void RealisedProfit_ScaleInAndOut_DependsOnTheMethod()
    {
        var fills = LedgerCase.Of("scale-in-scale-out").Run().Result.Fills.Select(fill => fill.Fill).ToList();
        RealisedProfit.FirstInFirstOut(fills).ShouldBe(250, Exact);
        RealisedProfit.AverageCost(fills).ShouldBe(225, Exact);
    }

    [Fact]
    public void Fee_PerUnitWithMinimumAndCap_IsTheTable()
    {
        var terms = new Terms(new() { Costs = Costs.None with { FeePerUnit = 0.005, MinimumFee = 1, MaximumFeeFraction = 0.01 } });
        foreach (var row in LedgerCase.Of("commission-minimum-and-cap")["table"].EnumerateArray())
        {
            terms.Fee(row.GetProperty("quantity").GetDouble(), row.GetProperty("price").GetDouble(), rested: false, default).ShouldBe(row.GetProperty("commission").GetDouble(), Exact);
        }
    }

    [Fact]
    public void Read_BadBars_AreRefused()
    {
        foreach (var file in LedgerCase.Of("bad-bars")["files"].EnumerateArray())
        {
            var text = new StringBuilder("time,open,high,low,close,volume\n");
            foreach (var row in file.GetProperty("bars").EnumerateArray()) text.AppendJoin(',', row.EnumerateArray().Select(cell => cell.ToString())).Append('\n');
            using var reader = new StringReader(text.ToString());
            Should.Throw<Gauntlet.Domain.Input.InvalidInputException>(() => CsvBars.Read(reader, "bad.csv"), file.GetProperty("error").GetString());
        }
    }

    // The account books a reversal as one fill with one fee; the ledger by hand writes its two legs.
    private static void ShouldFill(PortfolioResult result, LedgerCase @case)
    {
        var expected = @case["ledger"].EnumerateArray().Where(line => line.TryGetProperty("quantity", out _))
            .GroupBy(line => @case.Id == "reversal-long-to-short" ? $"{line.GetProperty("bar")}" : $"{line}")
            .Select(legs => (First: legs.First(), Quantity: legs.Sum(leg => leg.GetProperty("quantity").GetDouble()), Fee: legs.Sum(leg => leg.TryGetProperty("fee", out var fee) ? fee.GetDouble() : 0)))
            .ToList();
        result.Fills.Count.ShouldBe(expected.Count);
        foreach (var (fill, line) in result.Fills.Zip(expected))
        {
            fill.Step.ShouldBe(line.First.GetProperty("bar").GetInt32());
            fill.Fill.Quantity.ShouldBe(line.Quantity, Exact);
            fill.Fill.Price.ShouldBe(line.First.GetProperty("price").GetDouble(), Exact);
            fill.Fill.Fee.ShouldBe(line.Fee, Exact);
            if (line.First.TryGetProperty("symbol", out var symbol)) @case.Markets[fill.Market].ShouldBe(symbol.GetString());
            if (line.First.TryGetProperty("fee_in_asset", out var inAsset)) fill.FeeInAsset.ShouldBe(inAsset.GetDouble(), Exact);
        }
    }

    private static void ShouldReport(PortfolioResult result, JsonElement expected)
    {
        var (kind, type) = expected.GetProperty("event").GetString() switch
        {
            "target cancelled" => (OrderEventKind.Cancelled, OrderType.Limit),
            "stop cancelled" => (OrderEventKind.Cancelled, OrderType.Stop),
            "rejected: insufficient cash" => (OrderEventKind.RejectedInsufficientCash, OrderType.Market),
            "rejected: below minimum notional" => (OrderEventKind.RejectedBelowMinimum, OrderType.Market),
            "order waits: no volume" => (OrderEventKind.WaitsNoVolume, OrderType.Market),
            "order waits: no price" => (OrderEventKind.WaitsNoPrice, OrderType.Market),
            "open at the end" => (OrderEventKind.OpenAtEnd, OrderType.Market),
            "stop price" => (OrderEventKind.Restated, OrderType.Stop),
            "account bust" => (default(OrderEventKind?), OrderType.Market),
            var other => throw new InvalidOperationException($"The case has an event that the test does not know: {other}."),
        };
        if (kind is null)
        {
            result.FinalEquity.ShouldBeLessThanOrEqualTo(0);
            result.Fills[^1].Fill.Reason.ShouldBe(FillReason.Liquidation);
            return;
        }

        var found = result.Events.Where(one => one.Kind == kind && one.Type == type).ToList();
        found.ShouldNotBeEmpty($"{kind} of a {type} order");
        if (expected.TryGetProperty("bar", out var bar)) found.ShouldContain(one => one.Step == bar.GetInt32());
        if (expected.TryGetProperty("value", out var value)) found[0].Price.ShouldBe(value.GetDouble(), Exact);
    }

    private static double Position(JsonElement position, string market) => position.ValueKind == JsonValueKind.Number
        ? position.GetDouble()
        : position.TryGetProperty(market, out var held) ? held.GetDouble() : 0;
}
