using System.Text.Json;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation.Reference;

/// <summary>A reference back-test of vectors/backtests: its bars, its rules, its strategy.</summary>
internal sealed class GoldenFile
{
    private readonly JsonElement _root;

    private GoldenFile(JsonElement root) => _root = root;

    public JsonElement this[string name] => _root.GetProperty(name);

    private JsonElement Parameters => this["parameters"];

    private JsonElement Sizing => Parameters.GetProperty("sizing");

    /// <summary>The rules in words, as settings.</summary>
    public ExecutionRules Rules
    {
        get
        {
            var commission = Parameters.GetProperty("commission");
            var rate = commission.TryGetProperty("rate", out var given) ? given.GetDouble() : 0;
            var perUnit = commission.GetProperty("type").GetString() == "per_share";
            var sizing = Sizing.GetProperty("type").GetString();
            return new()
            {
                StartingCash = Parameters.GetProperty("cash").GetDouble(),
                Costs = new(perUnit ? 0 : rate, 0, Parameters.GetProperty("slippage").GetDouble()) { FeePerUnit = perUnit ? rate : 0 },
                LotSize = Parameters.GetProperty("whole").GetBoolean() ? 1 : 0,
                Sizing = sizing switch { "all_in" => Gauntlet.Domain.Simulation.Sizing.AtFill, "fixed" => Gauntlet.Domain.Simulation.Sizing.Units, _ => Gauntlet.Domain.Simulation.Sizing.AtDecision },
                UnitQuantity = Sizing.TryGetProperty("shares", out var shares) ? shares.GetDouble() : 1,
                Shortage = sizing == "all_in" ? Shortage.Reduce : Shortage.Ignore,
                Timing = Parameters.GetProperty("fill").GetString() == "same_close" ? FillTiming.SameClose : FillTiming.NextOpen,
                Exits = Parameters.GetProperty("params").TryGetProperty("stop_active", out var active) && active.GetString() == "next_bar" ? ExitStart.NextBar : ExitStart.EntryBar,
            };
        }
    }

    public static GoldenFile Of(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathOf($"vectors/backtests/{name}.json")));
        return new(document.RootElement.Clone());
    }

    public static BarSeries Bars(string file)
    {
        using var reader = File.OpenText(SharedFolder.PathOf(Path.Combine("data", file)));
        return CsvBars.ReadAsIs(reader, file);
    }

    public BarSeries Bars()
    {
        var data = this["data"];
        var used = data.GetProperty("rows_used");
        return Bars(data.GetProperty("file").GetString()!).Slice(used[0].GetInt32(), used[1].GetInt32() - used[0].GetInt32());
    }

    /// <summary>Runs it under its rules, or under others.</summary>
    public SimulationResult Run(ExecutionRules rules)
    {
        var bars = Bars();
        var weight = Sizing.TryGetProperty("fraction", out var part) ? part.GetDouble() : 1;
        var shorts = Parameters.GetProperty("direction").GetString() != "long_only";
        var given = Parameters.GetProperty("params");
        int Whole(string name) => given.GetProperty(name).GetInt32();
        var values = ParameterValues.Empty.With("size", weight).With("direction", shorts ? "long-short" : "long-only");
        return Parameters.GetProperty("strategy").GetString() switch
        {
            "sma_cross" => StrategyCatalogue.Find("sma-cross").Run(values.With("fast", Whole("fast")).With("slow", Whole("slow")), bars, rules),
            "rsi" => StrategyCatalogue.Find("rsi-reversion").Run(values.With("length", Whole("period")).With("low", Whole("low")).With("high", Whole("high")), bars, rules),
            "bollinger" => StrategyCatalogue.Find("bollinger-breakout").Run(values.With("length", Whole("period")).With("width", given.GetProperty("k").GetDouble()), bars, rules),
            "donchian" => StrategyCatalogue.Find("turtle").Run(
                values.With("entry", Whole("entry")).With("exit", Whole("exit")).With("atr", Whole("atr")).With("stop", given.GetProperty("mult").GetDouble()), bars, rules),
            "buy_hold" => StrategyCatalogue.Find("buy-and-hold").Run(ParameterValues.Empty.With("size", weight), bars, rules),
            var other => throw new InvalidOperationException($"The file has a strategy that the test does not know: {other}."),
        };
    }
}
