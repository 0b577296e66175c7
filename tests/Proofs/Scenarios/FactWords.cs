using Gauntlet.Domain.Stress.Facts;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>Names of facts for people.</summary>
internal static class FactWords
{
    private static readonly string[] Words =
    [
        "skewness", "kurtosis", "largest move, in deviations", "autocorrelation of returns, lag 1", "autocorrelation of sizes, lag 1", "… lag 5", "… lag 10", "… mean of lags 1 to 20",
        "autocorrelation of squares, lag 1", "leverage: return with later squares", "variance ratio of 5 bars", "share of variance in gaps", "opens outside the last bar",
        "range over mean size", "volume with range", "tail exponent of falls", "tail exponent of rises",
    ];

    /// <summary>The words for a name of <see cref="StylisedFacts.Names"/>.</summary>
    public static string Of(string fact) => Words[StylisedFacts.Names.ToList().IndexOf(fact)];
}
