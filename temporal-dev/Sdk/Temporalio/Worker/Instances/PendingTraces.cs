using System.Diagnostics;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Where code waits, kept only if the worker was asked to.</summary>
/// <param name="mode">Whether and how.</param>
internal sealed class PendingTraces(WorkflowStackTrace mode)
{
    private readonly LinkedList<(Task Task, StackTrace Trace)> _pending = new();

    /// <summary>Remembers where a wait began.</summary>
    public void Track(Task wait)
    {
        if (mode != WorkflowStackTrace.None)
        {
            RemoveCompleted();
            _pending.AddLast((wait, new StackTrace(1, mode == WorkflowStackTrace.Normal)));
        }
    }

    /// <summary>One block for each wait, in the order of waiting.</summary>
    /// <exception cref="InvalidOperationException">The worker was not asked to keep them.</exception>
    public string Describe()
    {
        if (mode == WorkflowStackTrace.None)
        {
            throw new InvalidOperationException(
                "Workflow stack traces are not enabled on this worker; set TemporalWorkerOptions.WorkflowStackTrace");
        }

        RemoveCompleted();
        return string.Join("\n\n", _pending.Select(p => $"Task waiting at:\n{Frames(p.Trace)}"));
    }

    // Frames below the public call are the SDK's own business.
    private static string Frames(StackTrace trace)
    {
        var frames = trace.GetFrames();
        var first = Array.FindLastIndex(frames, f => f.GetMethod()?.DeclaringType == typeof(Workflow));
        return new StackTrace(frames.Skip(Math.Max(first, 0))).ToString().TrimEnd();
    }

    private void RemoveCompleted()
    {
        for (var node = _pending.First; node != null;)
        {
            var next = node.Next;
            if (node.Value.Task.IsCompleted)
            {
                _pending.Remove(node);
            }

            node = next;
        }
    }
}
