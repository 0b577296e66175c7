using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A machine with a command in the queue, which some history event must record.</summary>
internal interface ICommandOwner
{
    /// <summary>Whether the command may be missing from history (patch markers, which old histories lack).</summary>
    bool IsSkippable { get; }

    /// <summary>Whether the event is of the kind that records the command.</summary>
    bool Records(HistoryEvent recorded);

    /// <summary>The event that records the command has been seen.</summary>
    /// <exception cref="Exceptions.WorkflowNondeterminismException">Kind agrees, but id or type do not.</exception>
    void OnRecorded(HistoryEvent recorded);

    /// <summary>History lacks the command, and that is fine.</summary>
    void OnSkipped();
}
