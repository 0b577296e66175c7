namespace Temporalio.Runtime.Metrics;

/// <summary>Upper bounds of histograms. The defaults are those of Temporal's Core (temporalio/sdk-core, telemetry/metrics.rs), in milliseconds.</summary>
internal static class HistogramBounds
{
    private static readonly double[] Default = [50, 100, 500, 1_000, 2_500, 10_000];
    private static readonly double[] WorkflowTask = [1, 10, 20, 50, 100, 200, 500, 1_000];
    private static readonly double[] Activity = [50, 100, 500, 1_000, 5_000, 10_000, 60_000];
    private static readonly double[] ScheduleToStart = [100, 500, 1_000, 5_000, 10_000, 100_000, 1_000_000];
    private static readonly double[] Workflow =
        [100, 500, 1_000, 1_500, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000, 30_600_000, 86_400_000];

    /// <summary>Bounds of a metric.</summary>
    /// <param name="name">Name, with its prefix.</param>
    /// <param name="overrides">Bounds by name, with or without prefix; null for none.</param>
    /// <param name="inSeconds">Whether its values are seconds.</param>
    public static double[] Of(string name, IReadOnlyDictionary<string, IReadOnlyCollection<double>>? overrides, bool inSeconds)
    {
        foreach (var (suffix, bounds) in overrides ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyCollection<double>>.Empty)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return [.. bounds];
            }
        }

        var milliseconds = OfMilliseconds(name);
        return inSeconds ? Array.ConvertAll(milliseconds, bound => bound / 1000) : milliseconds;
    }

    private static double[] OfMilliseconds(string name) => name switch
    {
        _ when name.EndsWith("workflow_endtoend_latency", StringComparison.Ordinal) => Workflow,
        _ when name.EndsWith("workflow_task_execution_latency", StringComparison.Ordinal) => WorkflowTask,
        _ when name.EndsWith("workflow_task_replay_latency", StringComparison.Ordinal) => WorkflowTask,
        _ when name.EndsWith("schedule_to_start_latency", StringComparison.Ordinal) => ScheduleToStart,
        _ when name.EndsWith("activity_execution_latency", StringComparison.Ordinal) => Activity,
        _ => Default,
    };
}
