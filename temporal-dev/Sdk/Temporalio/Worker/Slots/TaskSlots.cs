using Temporalio.Worker.Metrics;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Slots;

/// <summary>Slots of one kind of task on a worker, counted for its metrics.</summary>
internal sealed class TaskSlots
{
    private readonly ISlotSource _source;
    private readonly SlotReserveContext _normal;
    private readonly SlotReserveContext _sticky;
    private readonly SlotMetrics _metrics;
    private int _used;

    private TaskSlots(ISlotSource source, SlotType type, WorkerContext context)
    {
        _source = source;
        _normal = new(type, context.TaskQueue, context.Identity, context.BuildId, IsSticky: false);
        _sticky = _normal with { IsSticky = true };
        _metrics = new(context.Metrics, type);
        Report();
    }

    /// <summary>Slots as the worker's options say.</summary>
    /// <param name="type">Kind of task.</param>
    /// <param name="context">The worker.</param>
    public static TaskSlots Of(SlotType type, WorkerContext context)
    {
        var options = context.Options;
        var (supplier, maximum) = type switch
        {
            SlotType.Workflow => (options.Tuner?.WorkflowTaskSlotSupplier, options.MaxConcurrentWorkflowTasks),
            SlotType.Activity => (options.Tuner?.ActivityTaskSlotSupplier, options.MaxConcurrentActivities),
            _ => (options.Tuner?.LocalActivitySlotSupplier, options.MaxConcurrentLocalActivities),
        };
        return new((supplier ?? new FixedSizeSlotSupplier(maximum ?? 100)).Open(type, context), type, context);
    }

    /// <summary>Waits for a slot.</summary>
    public async ValueTask<Slot> ReserveAsync(bool isSticky, CancellationToken cancellationToken) =>
        new(this, await _source.ReserveAsync(isSticky ? _sticky : _normal, cancellationToken));

    /// <summary>A slot if there is one at once; null otherwise.</summary>
    public Slot? TryReserve() => _source.TryReserve(_normal) is { } permit ? new(this, permit) : null;

    /// <summary>A task begins to use a slot.</summary>
    public void MarkUsed(SlotInfo info, SlotPermit permit)
    {
        Interlocked.Increment(ref _used);
        _source.MarkUsed(info, permit);
        Report();
    }

    /// <summary>A slot comes back.</summary>
    public void Release(SlotInfo? info, SlotPermit permit)
    {
        if (info != null)
        {
            Interlocked.Decrement(ref _used);
        }

        _source.Release(info, permit);
        Report();
    }

    // A poll without a task holds a slot that is still available to whoever looks from outside.
    private void Report()
    {
        if (_metrics.IsOn)
        {
            _metrics.Report(Volatile.Read(ref _used), _source.Count);
        }
    }
}
