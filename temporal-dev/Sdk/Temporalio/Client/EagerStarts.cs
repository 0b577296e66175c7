using System.Collections.Concurrent;
using Temporalio.Api.WorkflowService.V1;

namespace Temporalio.Client;

/// <summary>Workers on a connection that take the first task of a workflow from the answer to its start, if they have a slot for it.</summary>
internal sealed class EagerStarts
{
    private readonly ConcurrentDictionary<Func<Action<PollWorkflowTaskQueueResponse?>?>, (string Namespace, string TaskQueue)> _workers = new();

    /// <summary>Adds a worker until the answer is disposed of.</summary>
    /// <param name="ns">Namespace.</param>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="tryReserve">Reserves a slot; null if there is none. What it gives begins the task, or gives the slot back where none came.</param>
    public IDisposable Add(string ns, string taskQueue, Func<Action<PollWorkflowTaskQueueResponse?>?> tryReserve)
    {
        _workers[tryReserve] = (ns, taskQueue);
        return new Leaving(this, tryReserve);
    }

    /// <summary>Reserves a slot of a worker; null if none has one.</summary>
    /// <param name="ns">Namespace.</param>
    /// <param name="taskQueue">Task queue.</param>
    public Action<PollWorkflowTaskQueueResponse?>? TryReserve(string ns, string taskQueue)
    {
        foreach (var (tryReserve, polled) in _workers)
        {
            if (polled == (ns, taskQueue) && tryReserve() is { } reserved)
            {
                return reserved;
            }
        }

        return null;
    }

    private sealed class Leaving(EagerStarts starts, Func<Action<PollWorkflowTaskQueueResponse?>?> worker) : IDisposable
    {
        public void Dispose() => starts._workers.TryRemove(worker, out _);
    }
}
