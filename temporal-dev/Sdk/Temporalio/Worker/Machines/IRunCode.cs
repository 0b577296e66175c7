using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>The code of a run, as the machines see it.</summary>
internal interface IRunCode
{
    /// <summary>The run begins.</summary>
    void Start(HistoryEvent started);

    /// <summary>A signal arrived.</summary>
    void Signal(WorkflowExecutionSignaledEventAttributes signal);

    /// <summary>An update arrived.</summary>
    /// <param name="update">To answer it.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="isReplaying">Whether it is known to have been accepted.</param>
    void Update(UpdateMachine update, UpdateRequest request, bool isReplaying);

    /// <summary>The run is asked to cancel.</summary>
    void RequestCancel();

    /// <summary>A reset gave the run another random seed.</summary>
    void Reseed(string runId);
}
