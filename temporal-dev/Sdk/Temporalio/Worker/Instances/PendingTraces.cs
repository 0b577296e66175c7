using System.Diagnostics;

namespace Temporalio.Worker.Instances;

/// <summary>Where code waits, kept only if the worker was asked to.</summary>
/// <param name="mode">Whether and how.</param>
internal sealed class PendingTraces(WorkflowStackTrace mode)
{
    private const int FirstSweep = 16;

    private readonly List<(Task Task, StackTrace Trace)> _pending = [];
    private int _sweepAt = FirstSweep;

    /// <summary>Remembers where a wait began.</summary>
    public void Track(Task wait)
    {
        if (mode == WorkflowStackTrace.None)
        {
            return;
        }

        // Swept when their number has doubled, so that a wait costs the same however many there are.
        if (_pending.Count >= _sweepAt)
        {
            RemoveCompleted();
            _sweepAt = Math.Max(FirstSweep, 2 * _pending.Count);
        }

        _pending.Add((wait, new(1, mode == WorkflowStackTrace.Normal)));
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

    // What runs the workflow says nothing about it: neither the worker's frames nor those of the language's machinery.
    private static string Frames(StackTrace trace) =>
        new StackTrace(trace.GetFrames().Where(frame => !IsMachinery(frame.GetMethod()?.DeclaringType?.Namespace ?? string.Empty))).ToString().TrimEnd();

    private static bool IsMachinery(string place) =>
        place == "System" || place.StartsWith("System.", StringComparison.Ordinal) || place.StartsWith("Temporalio.Worker.", StringComparison.Ordinal);

    private void RemoveCompleted() => _pending.RemoveAll(pending => pending.Task.IsCompleted);
}
