using System.Text.Json;
using System.Text.Json.Serialization;
using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Upright axes side by side: a parameter each, the most important first, and the objective last.</summary>
internal sealed class ParallelAxes
{
    /// <summary>Height of the axes in pixels.</summary>
    public const double Height = 220;

    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <param name="analysis">The parameters.</param>
    /// <param name="completed">Completed trials, of which the objective's range is.</param>
    public ParallelAxes(SearchAnalysis analysis, IReadOnlyList<TrialPoint> completed)
    {
        Parameters = [.. SliceCharts.Ordered(analysis).Select(axis => new SearchScale(axis))];
        Objective = SliceCharts.Heights(completed, Height);
    }

    /// <summary>Axes of the parameters.</summary>
    public IReadOnlyList<SearchScale> Parameters { get; }

    /// <summary>The axis of the objective.</summary>
    public Scale Objective { get; }

    /// <summary>Pixels from the top at which a completed trial crosses each axis; null where it does not have the parameter.</summary>
    public IEnumerable<double?> Of(TrialPoint trial) =>
        Parameters.Select(axis => Height - (axis.Of(trial) * Height)).Append(Height - Objective.Of(trial.Objective!.Value));

    /// <summary>The axes for the page's script, which says the values at the ends of a range.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        Parameters.Select(axis => new Axis(axis.Axis.Name, axis.Axis.Low, axis.Axis.High, axis.Axis.Logarithmic, axis.Axis.Choices)).Append(new("objective", Objective.Low, Objective.High, false, null)), Short);

    private sealed record Axis(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("low"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Low,
        [property: JsonPropertyName("high"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] double High,
        [property: JsonPropertyName("log")] bool IsLogarithmic,
        [property: JsonPropertyName("words")] IReadOnlyList<string>? Words);
}
