using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Stress.Economy;

/// <summary>How an economy goes from year to year.</summary>
/// <param name="Return">Rate of return on capital in the base year: capital income over the stock, positive. Default 0.05.</param>
/// <param name="Depreciation">Share of the stock that wears out in a year, in [0, 1). Default 0.04.</param>
/// <param name="Growth">Growth of labour, government demand and foreign saving a year, above −1. Default 0.02.</param>
/// <param name="Responsiveness">ζ: how strongly investment goes where capital earns more; 0 or more. Default 1.</param>
public sealed record GrowthRules(double Return = 0.05, double Depreciation = 0.04, double Growth = 0.02, double Responsiveness = 1)
{
    internal GrowthRules Validated()
    {
        static void Check(string field, double value, bool holds, string range)
        {
            if (!holds) throw new InvalidInputException(field, $"{value}", $"{field} is {value}; give {range}.");
        }

        Check(nameof(Return), Return, Return > 0 && double.IsFinite(Return), "a positive rate");
        Check(nameof(Depreciation), Depreciation, Depreciation is >= 0 and < 1, "a share in [0, 1)");
        Check(nameof(Growth), Growth, Growth > -1 && double.IsFinite(Growth), "a rate above -1");
        Check(nameof(Responsiveness), Responsiveness, Responsiveness >= 0 && double.IsFinite(Responsiveness), "0 or more");
        return this;
    }
}
