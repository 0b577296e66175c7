using Microsoft.Extensions.Logging;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Signal and update handlers that have begun and not ended.</summary>
/// <param name="instance">The run.</param>
internal sealed class RunningHandlers(WorkflowInstance instance)
{
    private readonly LinkedList<Handler> _running = new();

    /// <summary>Whether none runs.</summary>
    public bool AreFinished => _running.Count == 0;

    /// <summary>Notes that a handler begins; dispose to note that it has ended.</summary>
    /// <param name="name">Signal or update name.</param>
    /// <param name="updateId">Update id; null for a signal.</param>
    /// <param name="policy">What to do if the run ends first.</param>
    public IDisposable Begin(string name, string? updateId, HandlerUnfinishedPolicy policy) =>
        new Ending(_running, _running.AddLast(new Handler(name, updateId, policy)));

    /// <summary>Warns of handlers that the end of the run cuts off.</summary>
    public void WarnOfUnfinished()
    {
        var cutOff = _running.Where(h => h.Policy == HandlerUnfinishedPolicy.WarnAndAbandon).ToList();
        var signals = cutOff.Where(h => h.UpdateId == null)
            .GroupBy(h => h.Name, StringComparer.Ordinal)
            .Select(g => $"{g.Key} x{g.Count()}")
            .ToList();
        var updates = cutOff.Where(h => h.UpdateId != null).Select(h => $"{h.Name} ({h.UpdateId})").ToList();
        if (signals.Count > 0)
        {
            instance.Logger.LogWarning(
                "[TMPRL1102] Workflow {Id} finished while signal handlers are still running. This may have interrupted work that the " +
                "handlers were doing. Wait for Workflow.AllHandlersFinished before ending the workflow, or set the unfinished policy " +
                "to abandon: {Handlers}",
                instance.Info.WorkflowId,
                signals);
        }

        if (updates.Count > 0)
        {
            instance.Logger.LogWarning(
                "[TMPRL1102] Workflow {Id} finished while update handlers are still running. This may have interrupted work that the " +
                "handlers were doing, and the callers get an error. Wait for Workflow.AllHandlersFinished before ending the workflow, " +
                "or set the unfinished policy to abandon: {Handlers}",
                instance.Info.WorkflowId,
                updates);
        }
    }

    private sealed record Handler(string Name, string? UpdateId, HandlerUnfinishedPolicy Policy);

    private sealed class Ending(LinkedList<Handler> running, LinkedListNode<Handler> node) : IDisposable
    {
        public void Dispose()
        {
            if (node.List != null)
            {
                running.Remove(node);
            }
        }
    }
}
