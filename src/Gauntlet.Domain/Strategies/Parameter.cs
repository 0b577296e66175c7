namespace Gauntlet.Domain.Strategies;

/// <summary>One free parameter of a strategy: its name, its range, its default.</summary>
/// <param name="Name">Name as users type it, lower case.</param>
/// <param name="Description">What it does, and its unit.</param>
public abstract record Parameter(string Name, string Description)
{
    /// <summary>The value taken when none is given.</summary>
    public abstract ParameterValue DefaultValue { get; }

    /// <summary>The range in words, for errors and help.</summary>
    public abstract string Range { get; }

    /// <summary>Conditions under which it exists, all of which must hold; none (the default): always. Where they do not, a strategy sees the default.</summary>
    public IReadOnlyList<ParameterCondition> When { get; init; } = [];

    /// <summary>Whether a value is of the right kind and within the range.</summary>
    public abstract bool Allows(ParameterValue value);
}

/// <summary>A real number.</summary>
/// <param name="Name">Name as users type it.</param>
/// <param name="Description">What it does, and its unit.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Default">Value when none is given.</param>
/// <param name="Step">Searched on the grid low, low + step, …; null (the default) is continuous. A value given by hand need not lie on the grid.</param>
/// <param name="Log">Searched on a logarithmic scale; needs a positive low. Default false.</param>
public sealed record FloatParameter(string Name, string Description, double Low, double High, double Default, double? Step = null, bool Log = false)
    : Parameter(Name, Description)
{
    /// <inheritdoc/>
    public override ParameterValue DefaultValue => Default;

    /// <inheritdoc/>
    public override string Range => $"a number from {Low} to {High}";

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) => value.IsNumber && value.Number >= Low && value.Number <= High;
}

/// <summary>A whole number.</summary>
/// <param name="Name">Name as users type it.</param>
/// <param name="Description">What it does, and its unit.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Default">Value when none is given.</param>
/// <param name="Step">Searched on the grid low, low + step, …. Default 1.</param>
/// <param name="Log">Searched on a logarithmic scale; needs a positive low. Default false.</param>
public sealed record IntParameter(string Name, string Description, int Low, int High, int Default, int Step = 1, bool Log = false)
    : Parameter(Name, Description)
{
    /// <inheritdoc/>
    public override ParameterValue DefaultValue => Default;

    /// <inheritdoc/>
    public override string Range => $"a whole number from {Low} to {High}";

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) => value.IsNumber && value.Number >= Low && value.Number <= High && Math.Truncate(value.Number) == value.Number;
}

/// <summary>One of a few words.</summary>
/// <param name="Name">Name as users type it.</param>
/// <param name="Description">What it does.</param>
/// <param name="Choices">The words, at least one; the first is the default.</param>
public sealed record CategoricalParameter(string Name, string Description, IReadOnlyList<string> Choices)
    : Parameter(Name, Description)
{
    /// <inheritdoc/>
    public override ParameterValue DefaultValue => Choices[0];

    /// <inheritdoc/>
    public override string Range => $"one of {string.Join(", ", Choices)}";

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) => value.Text is { } text && Choices.Contains(text, StringComparer.Ordinal);
}
