using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Search;

/// <summary>A search space in one line, the same for the same space: what a study is opened with and must be resumed with.</summary>
public static class SpaceText
{
    private const string Separator = "; ";

    /// <summary>Every parameter with its range, by name: <c>fast int 2..50; slow int 20..200 log</c>.</summary>
    public static string Of(ParameterSpace declared) =>
        string.Join(Separator, declared.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => $"{parameter.Name} {Range(parameter)}{When(parameter)}"));

    /// <summary>What two spaces differ in: the parameters of each that the other does not have just so.</summary>
    /// <param name="stored">A space in one line.</param>
    /// <param name="given">Another one.</param>
    public static (string Stored, string Given) Difference(string stored, string given)
    {
        var (left, right) = (stored.Split(Separator), given.Split(Separator));
        return (Only(left, right), Only(right, left));

        static string Only(string[] these, string[] those) => these.Except(those, StringComparer.Ordinal).ToArray() is { Length: > 0 } only ? string.Join(Separator, only) : "nothing of it";
    }

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
