namespace Gauntlet.Domain.Stress.Economy;

/// <summary>Where a shock to an economy comes from.</summary>
public enum ShockKind
{
    /// <summary>Productivity and endowments.</summary>
    Supply,

    /// <summary>What households save and the government buys.</summary>
    Demand,

    /// <summary>Tariffs and taxes.</summary>
    Policy,

    /// <summary>World prices of exports and imports.</summary>
    TermsOfTrade,

    /// <summary>Saving that comes from abroad.</summary>
    Financial,
}
