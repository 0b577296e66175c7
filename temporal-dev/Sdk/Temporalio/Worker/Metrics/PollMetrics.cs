using Temporalio.Common;
using Tag = System.Collections.Generic.KeyValuePair<string, object>;

namespace Temporalio.Worker.Metrics;

/// <summary>Polls of one kind.</summary>
internal sealed class PollMetrics
{
    private readonly MetricGauge<long> _open;
    private readonly MetricCounter<long>? _succeeded;
    private readonly MetricCounter<long> _empty;
    private readonly bool _isOn;

    private PollMetrics(WorkerMetrics metrics, string poller, MetricCounter<long>? succeeded, MetricCounter<long> empty)
    {
        _isOn = metrics.IsOn;
        _open = metrics.Gauge("num_pollers", "Polls that are open", new Tag("poller_type", poller));
        _succeeded = succeeded;
        _empty = empty;
    }

    /// <summary>Polls for workflow tasks.</summary>
    /// <param name="metrics">Metrics of the worker.</param>
    /// <param name="isSticky">Whether on the worker's own queue.</param>
    public static PollMetrics Workflow(WorkerMetrics metrics, bool isSticky)
    {
        var poller = isSticky ? "sticky_workflow_task" : "workflow_task";
        return new(
            metrics,
            poller,
            metrics.Counter("workflow_task_queue_poll_succeed", "Polls that brought a workflow task", new Tag("poller_type", poller)),
            metrics.Counter("workflow_task_queue_poll_empty", "Polls that brought no workflow task", new Tag("poller_type", poller)));
    }

    /// <summary>Polls for activities.</summary>
    public static PollMetrics Activity(WorkerMetrics metrics) =>
        new(metrics, "activity_task", null, metrics.Counter("activity_poll_no_task", "Polls that brought no activity"));

    /// <summary>How many are open.</summary>
    public void Open(int count)
    {
        if (_isOn)
        {
            _open.Set(count);
        }
    }

    /// <summary>One has ended.</summary>
    /// <param name="hasTask">Whether it brought a task.</param>
    public void Ended(bool hasTask)
    {
        if (_isOn)
        {
            (hasTask ? _succeeded : _empty)?.Add(1);
        }
    }
}
