using Temporalio.Common;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Metrics;

/// <summary>Slots of one kind, used and available.</summary>
internal sealed class SlotMetrics
{
    private readonly MetricGauge<long> _available;
    private readonly MetricGauge<long> _used;

    /// <summary>Makes the metrics of a kind of task.</summary>
    public SlotMetrics(WorkerMetrics metrics, SlotType type)
    {
        IsOn = metrics.IsOn;
        var worker = type switch
        {
            SlotType.Workflow => "WorkflowWorker",
            SlotType.Activity => "ActivityWorker",
            SlotType.LocalActivity => "LocalActivityWorker",
            _ => "NexusWorker",
        };
        _available = metrics.Gauge("worker_task_slots_available", "Free slots", new KeyValuePair<string, object>("worker_type", worker));
        _used = metrics.Gauge("worker_task_slots_used", "Slots in use", new KeyValuePair<string, object>("worker_type", worker));
    }

    /// <summary>Whether anybody listens.</summary>
    public bool IsOn { get; }

    /// <summary>Shows the slots.</summary>
    /// <param name="used">Slots with a task.</param>
    /// <param name="count">All slots; null if there is no fixed number, and then nothing is said of those available.</param>
    public void Report(int used, int? count)
    {
        _used.Set(used);
        if (count is { } all)
        {
            _available.Set(Math.Max(0, all - used));
        }
    }
}
