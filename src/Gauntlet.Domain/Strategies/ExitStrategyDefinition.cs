using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Strategies;

/// <summary>A strategy of a known type that protects its position.</summary>
/// <typeparam name="TStrategy">The struct that implements it.</typeparam>
internal sealed class ExitStrategyDefinition<TStrategy> : StrategyDefinition
    where TStrategy : struct, IExitStrategy
{
    private readonly Func<ParameterValues, TStrategy> _create;

    public ExitStrategyDefinition(
        string name, string description, Func<ParameterValues, TStrategy> create, IReadOnlyList<Parameter> parameters, params ParameterConstraint[] constraints)
        : base(name, description, parameters, constraints) =>
        _create = create;

    public override int WarmUp(ParameterValues values) => Create(values).WarmUp;

    public override SimulationResult Run(ParameterValues values, BarSeries bars, ExecutionRules rules, int start = 0) =>
        Simulator.RunWithExits(Create(values), bars, rules, start);

    public override ITradingSession Open(ParameterValues values, ExecutionRules rules) => TradingSession.OpenWithExits(Create(values), rules);

    private TStrategy Create(ParameterValues values) => _create(Parameters.Bind(values));
}
