using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.History;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>Makes the recipe of a scenario set from a policy and a market.</summary>
public static class StressPlan
{
    /// <summary>The set that a policy asks for on a market. Candidates of one study are judged on the same set.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="training">The training window's bars alone; the hold-out stays closed.</param>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="economy">The economy that the policy names, read; null where it names none. Default null.</param>
    /// <param name="episode">The episode that the policy replays, cut; null where it replays none. Default null.</param>
    /// <remarks>A scenario lasts a year at most, whatever the policy's number of bars: regimes are shapes of a year.</remarks>
    /// <exception cref="ArgumentException">Too few bars, or prices that never move.</exception>
    public static ScenarioSet Of(GatePolicy policy, BarSeries training, ulong seed, SocialAccounts? economy = null, Episode? episode = null) => new()
    {
        Model = policy.Gate2.ScenarioModel,
        Seed = seed,
        Economy = economy,
        Episode = episode,
        Counts = policy.Gate2.Scenarios,
        Bars = BarsOf(policy.Gate2, training.Calendar.PeriodsPerYear),
        WarmUpBars = policy.Gate2.WarmUpBars,
        Market = MarketCalibration.Of(training),
    };

    /// <summary>In what a set differs from the one that a policy asks for, in words; null where it does not. Outcomes on another set say nothing about the policy's own.</summary>
    /// <param name="limits">What the policy asks for.</param>
    /// <param name="set">The set.</param>
    public static string? Difference(Gate2Policy limits, ScenarioSet set)
    {
        var bars = BarsOf(limits, set.Market.PeriodsPerYear);
        if (set.Model != limits.ScenarioModel) return $"scenarios of model {set.Model}, the policy asks for {limits.ScenarioModel}";
        if (set.Counts != limits.Scenarios) return $"{set.Counts.Total} scenarios of another mix than the {limits.Scenarios.Total} that the policy asks for";
        if (set.Bars != bars) return $"scenarios of {set.Bars} bars, the policy asks for {bars}";
        if (set.WarmUpBars != limits.WarmUpBars) return $"{set.WarmUpBars} bars of warm-up, the policy asks for {limits.WarmUpBars}";
        return (set.Economy is null) == (limits.Economy is null) ? null : $"the economy {set.Economy?.Name ?? "textbook"}, the policy asks for {limits.Economy ?? "textbook"}";
    }

    private static int BarsOf(Gate2Policy limits, double periodsPerYear) => Math.Min(limits.ScenarioBars, (int)periodsPerYear);
}
