using System.Globalization;
using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Simulation;

/// <summary>Rules of execution as people type them: <c>timing=same-close</c>, <c>fee=0.001</c>.</summary>
public static class ExecutionRuleNames
{
    /// <summary>Every name with what it does, in ordinal order.</summary>
    public static IReadOnlyDictionary<string, string> All => Rules.ToDictionary(pair => pair.Key, pair => pair.Value.Description, StringComparer.Ordinal);

    private static readonly SortedDictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        ["borrow"] = Number("fee a year for a short position, as a fraction", (rules, value) => rules with { BorrowFractionPerYear = value }),
        ["cash"] = Number("equity at the start", (rules, value) => rules with { StartingCash = value }),
        ["exits"] = Choice<ExitStart>("from when on stops and targets work", (rules, value) => rules with { Exits = value }),
        ["fee"] = Cost("fee as a fraction of the traded value", (costs, value) => costs with { FeeFraction = value }),
        ["fee-decimals"] = Number("decimals to which every fee is rounded", (rules, value) => rules with { MoneyDecimals = Whole("fee-decimals", value) }),
        ["fee-maximum"] = Cost("largest fee of a fill as a fraction of its value", (costs, value) => costs with { MaximumFeeFraction = value }),
        ["fee-minimum"] = Cost("least fee of a fill in money", (costs, value) => costs with { MinimumFee = value }),
        ["fee-per-unit"] = Cost("fee in money for each unit", (costs, value) => costs with { FeePerUnit = value }),
        ["fee-tiers"] = new("none or retail-crypto: fees by traded volume", (rules, text) => rules with { Costs = rules.Costs with { Tiers = Tiers(text) } }),
        ["funding"] = Number("paid a day by longs and received by shorts, as a fraction", (rules, value) => rules with { FundingFractionPerDay = value }),
        ["half-spread"] = Cost("distance of bid and ask from the middle, as a fraction", (costs, value) => costs with { HalfSpreadFraction = value }),
        ["impact-root"] = Cost("square-root impact, in bar volatilities for a bar's whole volume", (costs, value) => costs with { SquareRootImpact = value }),
        ["impact-share"] = Cost("impact by the square of the share of volume, as a fraction", (costs, value) => costs with { VolumeShareImpact = value }),
        ["latency"] = Number("bars that an order takes beyond the next one", (rules, value) => rules with { LatencyBars = Whole("latency", value) }),
        ["leverage"] = Number("largest gross exposure in equities", (rules, value) => rules with { Leverage = value }),
        ["limits"] = Choice<LimitFill>("when a limit fills", (rules, value) => rules with { Limits = value }),
        ["lot"] = Number("step of quantities; 0 for any fraction", (rules, value) => rules with { LotSize = value }),
        ["maintenance"] = Number("share of gross exposure below which everything is closed", (rules, value) => rules with { MaintenanceFraction = value }),
        ["margin-interest"] = Number("interest a year on negative cash, as a fraction", (rules, value) => rules with { MarginInterestFractionPerYear = value }),
        ["minimum-notional"] = Number("least order in money", (rules, value) => rules with { MinimumNotional = value }),
        ["participation"] = Number("largest share of a bar's volume that fills; 0 for all", (rules, value) => rules with { ParticipationFraction = value }),
        ["shortage"] = Choice<Shortage>("what happens to an order that cannot be paid", (rules, value) => rules with { Shortage = value }),
        ["sizing"] = Choice<Sizing>("how a weight becomes a quantity", (rules, value) => rules with { Sizing = value }),
        ["slippage"] = Cost("what the price moves until the fill, as a fraction", (costs, value) => costs with { SlippageFraction = value }),
        ["tick"] = Number("step of prices; 0 for any", (rules, value) => rules with { TickSize = value }),
        ["timing"] = Choice<FillTiming>("when a market order fills", (rules, value) => rules with { Timing = value }),
        ["units"] = Number("quantity of a weight of 1 under sizing=units", (rules, value) => rules with { UnitQuantity = value }),
    };

    /// <summary>Rules with one of them set.</summary>
    /// <param name="rules">The rules before.</param>
    /// <param name="name">A name of <see cref="All"/>.</param>
    /// <param name="text">Its value.</param>
    /// <exception cref="InvalidInputException">No such name, or a text that is no value of it or out of its range.</exception>
    public static ExecutionRules With(ExecutionRules rules, string name, string text)
    {
        if (!Rules.TryGetValue(name, out var rule)) throw new InvalidInputException("rule", name, $"There is no rule '{name}'. {Nearest.Hint(name, [.. Rules.Keys])}");
        var changed = rule.Set(rules, text);
        try
        {
            return changed.Validated();
        }
        catch (InvalidInputException wrong)
        {
            // In the name that was typed.
            throw new InvalidInputException(name, text, wrong.Message.Replace($"Execution rules: {wrong.Field} =", $"Rule {name} =", StringComparison.Ordinal));
        }
    }

    private static Rule Number(string description, Func<ExecutionRules, double, ExecutionRules> set) => new(description, (rules, text) => set(rules, Parsed(description, text)));

    private static Rule Cost(string description, Func<Costs, double, Costs> set) => Number(description, (rules, value) => rules with { Costs = set(rules.Costs, value) });

    private static Rule Choice<TChoice>(string description, Func<ExecutionRules, TChoice, ExecutionRules> set)
        where TChoice : struct, Enum
    {
        var words = Enum.GetValues<TChoice>().ToDictionary(Word, value => value, StringComparer.Ordinal);
        return new($"{description}: {string.Join(", ", words.Keys)}", (rules, text) => words.TryGetValue(text, out var value)
            ? set(rules, value)
            : throw new InvalidInputException("rule", text, $"'{text}' does not say {description}. {Nearest.Hint(text, [.. words.Keys])}"));
    }

    // NextOpen is next-open.
    private static string Word<TChoice>(TChoice value)
        where TChoice : struct, Enum =>
        string.Concat(value.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static double Parsed(string description, string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new InvalidInputException("rule", text, $"'{text}' is not a number for the {description}. Give one such as 0.001.");

    private static int Whole(string name, double value) => value == Math.Truncate(value) && Math.Abs(value) < int.MaxValue
        ? (int)value
        : throw new InvalidInputException("rule", $"{value}", $"{name} is {value}. Give a whole number.");

    private static FeeTiers? Tiers(string text) => text switch
    {
        "none" => null,
        "retail-crypto" => FeeTiers.RetailCrypto,
        _ => throw new InvalidInputException("rule", text, $"There are no fee tiers '{text}'. Give none or retail-crypto."),
    };

    private sealed record Rule(string Description, Func<ExecutionRules, string, ExecutionRules> Set);
}
