using System.Collections.Concurrent;
using Temporalio.Common;
using Tag = System.Collections.Generic.KeyValuePair<string, object>;

namespace Temporalio.Worker.Metrics;

/// <summary>Activities, by activity type.</summary>
/// <param name="metrics">Metrics of the worker.</param>
internal sealed class ActivityMetrics(WorkerMetrics metrics)
{
    private readonly ConcurrentDictionary<(string, string), OfType> _types = new();
    private readonly ConcurrentDictionary<string, OfLocalType> _localTypes = new(StringComparer.Ordinal);

    /// <summary>Whether anybody listens.</summary>
    public bool IsOn => metrics.IsOn;

    /// <summary>Metrics of an activity type.</summary>
    /// <param name="activityType">Activity type.</param>
    /// <param name="workflowType">Type of the workflow that asked for it; empty if none did.</param>
    public OfType Of(string activityType, string workflowType) =>
        _types.GetOrAdd((activityType, workflowType), static (key, all) => new(all, key.Item1, key.Item2), metrics);

    /// <summary>Metrics of a local activity type.</summary>
    public OfLocalType OfLocal(string activityType) => _localTypes.GetOrAdd(activityType, static (type, all) => new(all, type), metrics);

    private static Tag Tag(string type) => new("activity_type", type);

    /// <summary>Metrics of an activity type.</summary>
    internal sealed class OfType(WorkerMetrics metrics, string type, string workflow)
    {
        /// <summary>From the schedule of an attempt to its start.</summary>
        public MetricHistogram<TimeSpan> ScheduleToStart { get; } = metrics.Latency(
            "activity_schedule_to_start_latency", "From schedule to start of activities", Tag(type), new Tag("workflow_type", workflow));

        /// <summary>From the start of an attempt to its answer.</summary>
        public MetricHistogram<TimeSpan> Execution { get; } = metrics.Latency(
            "activity_execution_latency", "From start to answer of activities", Tag(type), new Tag("workflow_type", workflow));

        /// <summary>From the first schedule to completion.</summary>
        public MetricHistogram<TimeSpan> Succeeded { get; } = metrics.Latency(
            "activity_succeed_endtoend_latency", "From first schedule to completion of activities", Tag(type), new Tag("workflow_type", workflow));

        /// <summary>Attempts that failed.</summary>
        public MetricCounter<long> Failed { get; } = metrics.Counter(
            "activity_execution_failed", "Attempts of activities that failed", Tag(type), new Tag("workflow_type", workflow));
    }

    /// <summary>Metrics of a local activity type.</summary>
    internal sealed class OfLocalType(WorkerMetrics metrics, string type)
    {
        /// <summary>Attempts.</summary>
        public MetricCounter<long> Total { get; } = metrics.Counter("local_activity_total", "Attempts of local activities", Tag(type));

        /// <summary>Attempts that failed.</summary>
        public MetricCounter<long> Failed { get; } =
            metrics.Counter("local_activity_execution_failed", "Attempts of local activities that failed", Tag(type));

        /// <summary>Attempts that were cancelled.</summary>
        public MetricCounter<long> Cancelled { get; } =
            metrics.Counter("local_activity_execution_cancelled", "Attempts of local activities that were cancelled", Tag(type));

        /// <summary>Time of an attempt.</summary>
        public MetricHistogram<TimeSpan> Execution { get; } =
            metrics.Latency("local_activity_execution_latency", "Time of attempts of local activities", Tag(type));

        /// <summary>From the first attempt to completion.</summary>
        public MetricHistogram<TimeSpan> Succeeded { get; } =
            metrics.Latency("local_activity_succeed_endtoend_latency", "From first attempt to completion of local activities", Tag(type));
    }
}
