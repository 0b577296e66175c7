using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies.Decorators;

namespace Gauntlet.Domain.Strategies;

/// <summary>A strategy as the catalogue knows it: name, parameters, and how to run it without knowing its type.</summary>
public abstract class StrategyDefinition
{
    private protected StrategyDefinition(string name, string description, IReadOnlyList<Parameter> parameters, params ParameterConstraint[] constraints)
    {
        Name = name;
        Description = description;
        Parameters = new(name, parameters, constraints);
    }

    /// <summary>Name as users type it, e.g. <c>sma-cross</c>.</summary>
    public string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; }

    /// <summary>Its declared parameters.</summary>
    public ParameterSpace Parameters { get; }

    /// <summary>Bars before the first possible decision with these parameters.</summary>
    /// <param name="values">Some or all parameters; the rest takes its defaults.</param>
    /// <exception cref="Input.InvalidInputException">Values that the space refuses.</exception>
    public abstract int WarmUp(ParameterValues values);

    /// <summary>Simulates the strategy over a series at once.</summary>
    /// <param name="values">Some or all parameters; the rest takes its defaults.</param>
    /// <param name="bars">The market.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="start">First bar that is traded and measured; the bars before only warm the strategy up. Default 0.</param>
    /// <exception cref="Input.InvalidInputException">Values that the space refuses.</exception>
    public abstract SimulationResult Run(ParameterValues values, BarSeries bars, ExecutionRules rules, int start = 0);

    /// <summary>Opens the same simulation to be fed one bar after the other.</summary>
    /// <param name="values">Some or all parameters; the rest takes its defaults.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <exception cref="Input.InvalidInputException">Values that the space refuses.</exception>
    public abstract ITradingSession Open(ParameterValues values, ExecutionRules rules);

    /// <summary>The same strategy with something around it; null where that cannot be.</summary>
    internal virtual StrategyDefinition? With(string decoration) => null;
}

/// <summary>A strategy of a known type that says how much it wants to hold.</summary>
/// <typeparam name="TStrategy">The struct that implements it.</typeparam>
internal sealed class StrategyDefinition<TStrategy> : StrategyDefinition
    where TStrategy : struct, IStrategy
{
    private readonly Func<ParameterValues, TStrategy> _create;

    public StrategyDefinition(
        string name, string description, Func<ParameterValues, TStrategy> create, IReadOnlyList<Parameter> parameters, params ParameterConstraint[] constraints)
        : base(name, description, parameters, constraints) =>
        _create = create;

    public override int WarmUp(ParameterValues values) => Create(values).WarmUp;

    public override SimulationResult Run(ParameterValues values, BarSeries bars, ExecutionRules rules, int start = 0) =>
        Simulator.Run(Create(values), bars, rules, start);

    public override ITradingSession Open(ParameterValues values, ExecutionRules rules) => TradingSession.Open(Create(values), rules);

    /// <summary>A fresh strategy of bound values, of which it reads its own.</summary>
    public TStrategy Make(ParameterValues bound) => _create(bound);

    internal override StrategyDefinition? With(string decoration) => Decoration.Of(this, decoration);

    private TStrategy Create(ParameterValues values) => _create(Parameters.Bind(values));
}
