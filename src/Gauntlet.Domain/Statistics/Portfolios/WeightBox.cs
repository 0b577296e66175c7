using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Statistics.Portfolios;

/// <summary>Limits on the weights of a portfolio that sums to 1.</summary>
/// <param name="Lower">Smallest weight of each asset.</param>
/// <param name="Upper">Largest weight of each asset.</param>
public sealed record WeightBox(IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
{
    /// <summary>The same limits for every asset.</summary>
    /// <param name="assets">Number of assets, at least 1.</param>
    /// <param name="lower">Smallest weight. Default 0: no short positions.</param>
    /// <param name="upper">Largest weight. Default 1.</param>
    public static WeightBox Same(int assets, double lower = 0, double upper = 1) =>
        new([.. Enumerable.Repeat(lower, assets)], [.. Enumerable.Repeat(upper, assets)]);

    internal WeightBox Checked(int assets)
    {
        if (Lower.Count != assets || Upper.Count != assets) throw new InvalidInputException("weights", $"{Lower.Count}", $"{assets} assets need {assets} limits each way, not {Lower.Count} and {Upper.Count}.");
        for (var i = 0; i < assets; i++)
        {
            if (!(Lower[i] <= Upper[i])) throw new InvalidInputException("weights", $"{Lower[i]}", $"Asset {i}: the smallest weight {Lower[i]} is above the largest {Upper[i]}.");
        }

        if (Lower.Sum() > 1 + 1e-12 || Upper.Sum() < 1 - 1e-12)
            throw new InvalidInputException("weights", $"{Lower.Sum()}", $"Weights between {Lower.Sum():0.####} and {Upper.Sum():0.####} in all cannot sum to 1; widen the limits.");
        return this;
    }
}
