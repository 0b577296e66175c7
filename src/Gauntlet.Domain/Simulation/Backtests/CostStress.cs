using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Simulation.Backtests;

/// <summary>The same back-test at other costs.</summary>
/// <param name="Factor">All costs times this.</param>
/// <param name="AnnualReturnFraction">Geometric return a year.</param>
/// <param name="Sharpe">Annual Sharpe ratio; NaN where returns do not vary.</param>
/// <param name="TotalReturnFraction">Final equity over starting cash − 1.</param>
public readonly record struct CostStress(double Factor, double AnnualReturnFraction, double Sharpe, double TotalReturnFraction)
{
    /// <summary>Costs beyond which nobody looks for a break-even.</summary>
    public const double LargestFactor = 64;

    // Halvings of the interval: a factor to about a millionth.
    private const int Halvings = 26;

    /// <summary>Factors that every back-test shows: none, those of the rules, twice and four times them.</summary>
    internal static readonly double[] Factors = [0, 1, 2, 4];

    /// <summary>Runs a strategy at costs times a factor.</summary>
    /// <param name="factor">Not negative.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="run">Figures of the strategy by rules.</param>
    internal static CostStress At(double factor, ExecutionRules rules, Func<ExecutionRules, ReturnMetrics> run)
    {
        var metrics = run(rules with { Costs = rules.Costs.Scaled(factor) });
        return new(factor, metrics.AnnualReturnFraction, metrics.Sharpe, metrics.TotalReturnFraction);
    }

    /// <summary>The factor of the costs at which nothing is gained any more.</summary>
    /// <returns>Null where nothing is gained without costs, or still at <see cref="LargestFactor"/>.</returns>
    /// <inheritdoc cref="At"/>
    internal static double? BreakEven(ExecutionRules rules, Func<ExecutionRules, ReturnMetrics> run)
    {
        double low = 0, high = LargestFactor;
        if (!Gains(low) || Gains(high)) return null;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Gains(middle)) low = middle;
            else high = middle;
        }

        return low;

        bool Gains(double factor) => At(factor, rules, run).TotalReturnFraction > 0;
    }
}
