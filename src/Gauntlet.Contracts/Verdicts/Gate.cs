namespace Gauntlet.Contracts.Verdicts;

/// <summary>The three gates, in order.</summary>
public enum Gate
{
    /// <summary>Back-test on the hold-out.</summary>
    Gate1 = 1,

    /// <summary>Stress test on economic scenarios.</summary>
    Gate2 = 2,

    /// <summary>Days of paper trading.</summary>
    Gate3 = 3,
}
