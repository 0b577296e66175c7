using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress;

/// <summary>An economy that scenarios are drawn from, with its base year.</summary>
internal sealed class StressEconomy
{
    /// <param name="accounts">Its accounts.</param>
    /// <param name="closure">What gives way.</param>
    public StressEconomy(SocialAccounts accounts, Closure closure)
    {
        (Model, Closure) = (new(accounts), closure);
        BaseYear = Model.Solve(EconomicShock.None, closure);
    }

    /// <summary>The textbook's, in the short run.</summary>
    public static StressEconomy Textbook { get; } = new(SocialAccounts.Find("textbook"), Closure.ShortRun);

    /// <summary>How an index takes a shock.</summary>
    public static AssetMapping Mapping { get; } = new();

    public EconomyModel Model { get; }

    public Closure Closure { get; }

    public Equilibrium BaseYear { get; }
}
