using System.Globalization;
using System.Text.Json;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Temporalio.Exceptions;

namespace Gauntlet.Workflows;

/// <summary>How workflows write values for people.</summary>
internal static class Text
{
    /// <summary>A stage as the search attribute has it: <c>gate1</c>.</summary>
    public static string Of(Stage stage) => JsonNamingPolicy.CamelCase.ConvertName(stage.ToString());

    /// <summary>A verdict as the search attribute has it: <c>promoted</c>.</summary>
    public static string Of(CandidateVerdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());

    /// <summary>A fraction as a signed percentage with one decimal: <c>+0.8 %</c>.</summary>
    public static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{(fraction < 0 ? '\u2212' : '+')}{Math.Abs(fraction) * 100:0.0}\u00a0%");

    /// <summary>What went wrong, in the words of whoever it went wrong for: below activities and child workflows, which only say that they failed.</summary>
    public static string Cause(Exception error) =>
        error is ActivityFailureException or ChildWorkflowFailureException && error.InnerException is { } inner ? Cause(inner) : error.Message;
}
