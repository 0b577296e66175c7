using System.Collections.Concurrent;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker.Tasks;
using Tag = System.Collections.Generic.KeyValuePair<string, object>;

namespace Temporalio.Worker.Metrics;

/// <summary>Workflow tasks and runs, by workflow type; and the cache of runs.</summary>
/// <param name="metrics">Metrics of the worker.</param>
internal sealed class WorkflowMetrics(WorkerMetrics metrics)
{
    private readonly ConcurrentDictionary<string, OfType> _types = new(StringComparer.Ordinal);
    private readonly MetricCounter<long> _hits = metrics.Counter("sticky_cache_hit", "Workflow tasks whose run was kept");
    private readonly MetricCounter<long> _misses = metrics.Counter("sticky_cache_miss", "Workflow tasks whose run was expected to be kept and was not");
    private readonly MetricCounter<long> _evicted = metrics.Counter("sticky_cache_total_forced_eviction", "Runs dropped from the cache");
    private readonly MetricGauge<long> _cached = metrics.Gauge("sticky_cache_size", "Runs in the cache");

    /// <summary>Whether anybody listens.</summary>
    public bool IsOn => metrics.IsOn;

    /// <summary>A task found its run, or had to make it though it came by the worker's own queue.</summary>
    public void Cache(bool isHit) => (isHit ? _hits : _misses).Add(1);

    /// <summary>Runs were dropped to make room, or because a task of theirs failed.</summary>
    public void Evicted(int count) => _evicted.Add(count);

    /// <summary>Size of the cache.</summary>
    public void Cached(int count) => _cached.Set(count);

    /// <summary>Metrics of a workflow type.</summary>
    public OfType Of(string workflowType) => _types.GetOrAdd(workflowType, static (type, all) => new(all, type), metrics);

    /// <summary>Metrics of a workflow type.</summary>
    /// <param name="metrics">Metrics of the worker.</param>
    /// <param name="type">The type.</param>
    internal sealed class OfType(WorkerMetrics metrics, string type)
    {
        private readonly ConcurrentDictionary<string, MetricCounter<long>> _failures = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<CommandType, MetricCounter<long>> _ends = new();

        /// <summary>From the schedule of a task to its start.</summary>
        public MetricHistogram<TimeSpan> ScheduleToStart { get; } =
            metrics.Latency("workflow_task_schedule_to_start_latency", "From schedule to start of workflow tasks", Tag(type));

        /// <summary>From the arrival of a task to its answer.</summary>
        public MetricHistogram<TimeSpan> Execution { get; } =
            metrics.Latency("workflow_task_execution_latency", "From arrival to answer of workflow tasks", Tag(type));

        /// <summary>Time to bring a run up to date that was not kept.</summary>
        public MetricHistogram<TimeSpan> Replay { get; } =
            metrics.Latency("workflow_task_replay_latency", "Time to replay a run", Tag(type));

        /// <summary>From the start of a run to its end.</summary>
        public MetricHistogram<TimeSpan> EndToEnd { get; } =
            metrics.Latency("workflow_endtoend_latency", "From start to end of runs", Tag(type));

        /// <summary>A task failed.</summary>
        /// <param name="e">Why.</param>
        public void TaskFailed(Exception e) => _failures.GetOrAdd(
            Reason(e),
            static (reason, x) => x.metrics.Counter(
                "workflow_task_execution_failed", "Workflow tasks that failed", Tag(x.type), new KeyValuePair<string, object>("failure_reason", reason)),
            (metrics, type)).Add(1);

        /// <summary>A run ended.</summary>
        /// <param name="how">By which command.</param>
        /// <param name="after">How long after its start.</param>
        public void Ended(CommandType how, TimeSpan after)
        {
            _ends.GetOrAdd(how, static (h, x) => x.metrics.Counter(NameOf(h), "Runs that ended so", Tag(x.type)), (metrics, type)).Add(1);
            if (how != CommandType.ContinueAsNewWorkflowExecution)
            {
                EndToEnd.Record(after > TimeSpan.Zero ? after : TimeSpan.Zero);
            }
        }

        private static string NameOf(CommandType how) => how switch
        {
            CommandType.CompleteWorkflowExecution => "workflow_completed",
            CommandType.FailWorkflowExecution => "workflow_failed",
            CommandType.CancelWorkflowExecution => "workflow_canceled",
            _ => "workflow_continue_as_new",
        };

        private static string Reason(Exception e) => e switch
        {
            WorkflowNondeterminismException => "NonDeterminismError",
            TaskTooLargeException { Cause: WorkflowTaskFailedCause.GrpcMessageTooLarge } => "GrpcMessageTooLarge",
            TaskTooLargeException => "PayloadsTooLarge",
            _ => "WorkflowError",
        };

        private static Tag Tag(string type) => new("workflow_type", type);
    }
}
