using System.Collections.Concurrent;
using System.Threading.Channels;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Worker.Instances;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Tasks;

/// <summary>Local activities of one run.</summary>
/// <param name="executor">Runs them; null in a replay, which runs none.</param>
internal sealed class RunLocalActivities(LocalActivityExecutor? executor) : ILocalActivityRunner
{
    private readonly Channel<LocalActivityResult> _results = Channel.CreateUnbounded<LocalActivityResult>();
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _running = new();

    /// <inheritdoc/>
    public void RequireKnown(string activityType) => executor?.RequireKnown(activityType);

    /// <inheritdoc/>
    public void Start(LocalActivityRequest request)
    {
        var cancellation = new CancellationTokenSource();
        _running[request.Sequence] = cancellation;

        // Off the workflow's scheduler, which moves only within activations.
        _ = SchedulerWatch.Unwatched(() => Task.Run(() => RunAsync(request, cancellation)));
    }

    /// <inheritdoc/>
    public void Cancel(long sequence)
    {
        if (_running.TryGetValue(sequence, out var cancellation))
        {
            // Its callbacks are the activity's own code, which must not run on the workflow's thread.
            _ = SchedulerWatch.Unwatched(() => Task.Run(cancellation.Cancel));
        }
    }

    /// <summary>Cancels all, as when the run is dropped.</summary>
    public void CancelAll()
    {
        foreach (var sequence in _running.Keys)
        {
            Cancel(sequence);
        }
    }

    /// <summary>Waits for the next that ends.</summary>
    public ValueTask<LocalActivityResult> NextResultAsync(CancellationToken cancellationToken) =>
        _results.Reader.ReadAsync(cancellationToken);

    private async Task RunAsync(LocalActivityRequest request, CancellationTokenSource cancellation)
    {
        var result = await executor!.RunAsync(request, cancellation.Token);
        _running.TryRemove(request.Sequence, out _);
        _results.Writer.TryWrite(result);
    }
}
