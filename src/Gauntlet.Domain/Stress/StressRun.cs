using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Stress;

/// <summary>Trades a candidate through a scenario: the simulator of back-tests, at the scenario's spreads. Indicators are computed from the scenario's own bars.</summary>
public static class StressRun
{
    /// <summary>Version of simulator and measurement; part of a set's hash.</summary>
    public const string Version = "next-open@1";

    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">The candidate's parameters, complete.</param>
    /// <param name="execution">Cash, usual costs and limits.</param>
    /// <param name="scenario">The scenario.</param>
    public static ScenarioOutcome Of(StrategyDefinition strategy, ParameterValues parameters, ExecutionRules execution, Scenario scenario)
    {
        var rules = execution with { Costs = scenario.Widen(execution.Costs) };
        var own = ReturnMetrics.Of(strategy.Run(parameters, scenario.Bars, rules, scenario.Start));
        var benchmark = ReturnMetrics.Of(Simulator.BuyAndHold(scenario.Bars, rules, scenario.Start));
        return new(
            scenario.Index,
            scenario.Regime,
            own.TotalReturnFraction,
            benchmark.TotalReturnFraction,
            double.IsNaN(own.Sharpe) ? 0 : own.Sharpe,
            own.MaxDrawdownFraction,
            benchmark.MaxDrawdownFraction,
            own.Trades);
    }
}
