using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Strategies;

/// <summary>A rule between parameters, such as fast below slow.</summary>
/// <param name="Description">The rule in words, as it appears in errors.</param>
/// <param name="Holds">Whether complete values obey it.</param>
public sealed record ParameterConstraint(string Description, Func<ParameterValues, bool> Holds);

/// <summary>The declared parameters of a strategy and the rules between them.</summary>
/// <param name="Owner">Name of the strategy, for errors.</param>
/// <param name="Parameters">Parameters, names unique, in the order that people see.</param>
/// <param name="Constraints">Rules between them; the defaults obey all of them.</param>
public sealed record ParameterSpace(string Owner, IReadOnlyList<Parameter> Parameters, IReadOnlyList<ParameterConstraint> Constraints)
{
    /// <summary>Every parameter at its default.</summary>
    public ParameterValues Defaults => new(Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.DefaultValue)));

    /// <summary>Whether complete values within their ranges also obey every constraint.</summary>
    public bool Allows(ParameterValues values) => Constraints.All(constraint => constraint.Holds(values));

    /// <summary>Completes the given values by the defaults and checks everything.</summary>
    /// <param name="given">Some or all of the parameters.</param>
    /// <exception cref="InvalidInputException">A name that is not declared, a value of the wrong kind or out of range, or a broken constraint.</exception>
    public ParameterValues Bind(ParameterValues given)
    {
        var names = Parameters.Select(parameter => parameter.Name).ToList();
        if (given.Names.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new InvalidInputException(unknown, $"{given[unknown]}", $"{Owner} has no parameter '{unknown}'. {Nearest.Hint(unknown, names)}");
        }

        var bound = new ParameterValues(Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, Value(parameter, given))));
        if (Constraints.FirstOrDefault(constraint => !constraint.Holds(bound)) is { } broken)
        {
            throw new InvalidInputException(Owner, $"{bound}", $"{Owner}: {broken.Description} does not hold for {bound}. Change one of them.");
        }

        return bound;
    }

    private ParameterValue Value(Parameter parameter, ParameterValues given)
    {
        if (!given.Names.Contains(parameter.Name)) return parameter.DefaultValue;
        var value = given[parameter.Name];
        if (parameter.Allows(value)) return value;
        throw new InvalidInputException(parameter.Name, $"{value}", $"{Owner}: {parameter.Name} = {value} is not {parameter.Range}. Give {parameter.Range}.");
    }
}
