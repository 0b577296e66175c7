using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Search;

/// <summary>A search space in one line, the same for the same space: what a study is opened with and must be resumed with.</summary>
public static class SpaceText
{
    /// <summary>Every parameter with its range, by name: <c>fast int 2..50; slow int 20..200 log</c>.</summary>
    public static string Of(ParameterSpace declared) =>
        string.Join("; ", declared.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => $"{parameter.Name} {Range(parameter)}{When(parameter)}"));

    private static string Range(Parameter parameter) => parameter switch
    {
        FloatParameter p => FormattableString.Invariant($"float {p.Low}..{p.High}{(p.Step is { } step ? FormattableString.Invariant($" step {step}") : string.Empty)}{Log(p.Log)}"),
        IntParameter p => FormattableString.Invariant($"int {p.Low}..{p.High}{(p.Step != 1 ? FormattableString.Invariant($" step {p.Step}") : string.Empty)}{Log(p.Log)}"),
        CategoricalParameter p => $"one of {string.Join('|', p.Choices)}",
        _ => parameter.Range,
    };

    private static string Log(bool log) => log ? " log" : string.Empty;

    private static string When(Parameter parameter) =>
        string.Concat(parameter.When.Select(condition => $" when {condition.Parent} is {string.Join('|', condition.Choices)}"));
}
