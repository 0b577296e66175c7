using System.Globalization;
using System.Text.Json;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation.Orders;

/// <summary>One ledger worked by hand: literal bars, orders, and what must come of them (vectors/backtests/edge-cases.json, kept beside the tests).</summary>
internal sealed class LedgerCase
{
    private static readonly IReadOnlyDictionary<string, JsonElement> All = Read();

    private readonly JsonElement _case;

    private LedgerCase(JsonElement @case) => _case = @case;

    public static IEnumerable<string> Ids => All.Keys;

    public string Id => _case.GetProperty("id").GetString()!;

    public JsonElement this[string name] => _case.GetProperty(name);

    public static LedgerCase Of(string id) => new(All[id]);

    public bool Has(string name) => _case.TryGetProperty(name, out _);

    /// <summary>Names of the markets; one without a name where the bars are a plain list.</summary>
    public IReadOnlyList<string> Markets => this["bars"].ValueKind == JsonValueKind.Array ? [string.Empty] : [.. this["bars"].EnumerateObject().Select(market => market.Name)];

    public IReadOnlyList<BarSeries> Series => [.. Markets.Select(market => Bars(market, market.Length == 0 ? this["bars"] : this["bars"].GetProperty(market)))];

    /// <summary>The rule in words, as settings.</summary>
    public ExecutionRules Rules => new()
    {
        StartingCash = this["cash"].GetDouble(),
        Costs = this["ledger"].EnumerateArray().Any(line => line.TryGetProperty("fee", out var fee) && fee.GetDouble() > 0) ? new(0.001, 0, 0) : Costs.None,
        LotSize = Has("lot") ? this["lot"].GetDouble() : Id is "not-enough-cash-reduce-whole" or "two-symbols-one-cash" or "participation-cap" or "reverse-split-with-fraction" ? 1 : 0,
        MinimumNotional = Has("minimum_notional") ? this["minimum_notional"].GetDouble() : 0,
        Shortage = Id == "not-enough-cash-reject" ? Shortage.Reject : Shortage.Reduce,
        VolumeIsKnown = Has("volume_is_known") && this["volume_is_known"].GetBoolean(),
        ParticipationFraction = Id == "participation-cap" ? 0.1 : 0,
        BorrowFractionPerYear = Id == "short-with-borrow-fee-marked" ? 0.0365 : 0,
        FeesInAsset = Id == "fee-in-base-asset",
        Limits = Id == "limit-touched-fill-on-cross" ? LimitFill.Cross : LimitFill.Touch,
    };

    public IReadOnlyList<CorporateActions> Actions => Id switch
    {
        "split-and-dividend" => [new([new Split(Day(2), 4), new Dividend(Day(3), 0.5)])],
        "reverse-split-with-fraction" => [new([new Split(Day(2), 1.0 / 3)])],
        _ => [],
    };

    /// <summary>Runs the case.</summary>
    /// <returns>The result, and cash, positions and equity after each bar.</returns>
    public (PortfolioResult Result, IReadOnlyList<(double Cash, double[] Positions, double Equity)> Bars) Run()
    {
        var script = new Script(this);
        return (PortfolioSimulator.RunOrders(script, Series, Rules, Actions), script.States);
    }

    private DateOnly Day(int bar) => DateOnly.FromDateTime(Series[0].Times[bar]);

    private static SortedDictionary<string, JsonElement> Read()
    {
        using var stream = typeof(LedgerCase).Assembly.GetManifestResourceStream("Gauntlet.Domain.Tests.Simulation.Vectors.edge-cases.json")!;
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement.GetProperty("cases").EnumerateArray().ToDictionary(@case => @case.GetProperty("id").GetString()!, @case => @case.Clone()), StringComparer.Ordinal);
    }

    private static BarSeries Bars(string name, JsonElement rows)
    {
        var bars = rows.EnumerateArray().Select(row => row.EnumerateArray().ToList()).ToList();
        double[] Column(int index) => [.. bars.Select(row => row[index].ValueKind == JsonValueKind.Number ? row[index].GetDouble() : double.NaN)];
        var times = bars.Select(row => DateTime.Parse(row[0].GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)).ToArray();
        return new(name, TimeSpan.FromDays(1), times, Column(1), Column(2), Column(3), Column(4), Column(5));
    }

    private sealed class Script(LedgerCase @case) : IOrderStrategy
    {
        private readonly IReadOnlyList<string> _markets = @case.Markets;
        private readonly List<JsonElement> _orders = [.. @case["orders"].EnumerateArray()];

        public List<(double Cash, double[] Positions, double Equity)> States { get; } = [];

        public void OnBars(in MarketSlice slice, OrderDesk desk)
        {
            var step = States.Count;
            States.Add((desk.Cash, [.. _markets.Select((_, i) => desk.Position(i))], desk.Equity));
            foreach (var order in _orders.Where(order => order.GetProperty("at_close_of").GetInt32() == step)) desk.Send(Order(order, desk));
        }

        private Order Order(JsonElement order, OrderDesk desk)
        {
            var market = order.TryGetProperty("symbol", out var symbol) ? _markets.ToList().IndexOf(symbol.GetString()!) : 0;
            var size = order.GetProperty("quantity") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : desk.Position(market);
            var quantity = order.GetProperty("side").GetString() == "buy" ? size : -size;
            double Level(string name) => order.TryGetProperty(name, out var level) ? level.GetDouble() : double.NaN;
            var sent = order.GetProperty("type").GetString() == "limit" ? Gauntlet.Domain.Simulation.Orders.Order.LimitOrder(market, quantity, Level("price")) : new Order(market, quantity);
            return sent with { AttachedStop = Level("attached_stop"), AttachedTarget = Level("attached_target") };
        }
    }
}
