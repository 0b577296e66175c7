using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Economy;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>Makes the recipe of a scenario set from a policy and a market.</summary>
public static class StressPlan
{
    /// <summary>The set that a policy asks for on a market. Candidates of one study are judged on the same set.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="training">The training window's bars alone; the hold-out stays closed.</param>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="economy">The economy that the policy names, read; null where it names none. Default null.</param>
    /// <remarks>A scenario lasts a year at most, whatever the policy's number of bars: regimes are shapes of a year.</remarks>
    /// <exception cref="ArgumentException">Too few bars, or prices that never move.</exception>
    public static ScenarioSet Of(GatePolicy policy, BarSeries training, ulong seed, SocialAccounts? economy = null) => new()
    {
        Model = policy.Gate2.ScenarioModel,
        Seed = seed,
        Economy = economy,
        Counts = policy.Gate2.Scenarios,
        Bars = Math.Min(policy.Gate2.ScenarioBars, (int)training.Calendar.PeriodsPerYear),
        WarmUpBars = policy.Gate2.WarmUpBars,
        Market = MarketCalibration.Of(training),
    };
}
