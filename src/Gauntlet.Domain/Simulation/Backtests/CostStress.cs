using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

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

    /// <summary>Runs a strategy at costs times a factor.</summary>
    /// <param name="factor">Not negative.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="values">Its parameters.</param>
    /// <param name="bars">The market.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="start">First bar that is traded.</param>
    public static CostStress At(double factor, StrategyDefinition strategy, ParameterValues values, BarSeries bars, ExecutionRules rules, int start)
    {
        var metrics = ReturnMetrics.Of(strategy.Run(values, bars, rules with { Costs = rules.Costs.Scaled(factor) }, start));
        return new(factor, metrics.AnnualReturnFraction, metrics.Sharpe, metrics.TotalReturnFraction);
    }

    /// <summary>The factor of the costs at which nothing is gained any more.</summary>
    /// <returns>Null where nothing is gained without costs, or still at <see cref="LargestFactor"/>.</returns>
    /// <inheritdoc cref="At"/>
    public static double? BreakEven(StrategyDefinition strategy, ParameterValues values, BarSeries bars, ExecutionRules rules, int start)
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

        bool Gains(double factor) => At(factor, strategy, values, bars, rules, start).TotalReturnFraction > 0;
    }
}
