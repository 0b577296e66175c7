using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Temporalio.Workflows;

namespace Gauntlet.Workflows;

/// <summary>The messages that every workflow of a study answers: status, emergency stop, pause, and their ends.</summary>
public abstract class StoppableWorkflow
{
    private protected StoppableWorkflow(Stoppable self) => Self = self;

    /// <summary>Answer of the query <c>status</c>.</summary>
    [WorkflowQuery(MessageNames.Status)]
    public WorkflowStatus Status => Self.Status;

    private protected Stoppable Self { get; }

    /// <summary>Stops at once, with everything below; what was cancelled is done again after a resume.</summary>
    [WorkflowSignal(MessageNames.EmergencyStop)]
    public virtual Task EmergencyStopAsync(StopRequest request) => Self.StopAsync(request);

    /// <summary>Goes on after a stop, with everything below.</summary>
    [WorkflowSignal(MessageNames.EmergencyResume)]
    public Task EmergencyResumeAsync(ResumeRequest request) => Self.ResumeAsync(request);

    /// <summary>Begins no new work, here and below.</summary>
    [WorkflowSignal(MessageNames.Pause)]
    public Task PauseAsync(PauseRequest request) => Self.PauseAsync(request);

    /// <summary>Goes on after a pause.</summary>
    [WorkflowSignal(MessageNames.Continue)]
    public Task ContinueAsync(PauseRequest request) => Self.ContinueAsync(request);

    /// <summary>Refuses a resume without a reason.</summary>
    [WorkflowUpdateValidator(nameof(ResumeAsync))]
    public void ValidateResume(ResumeRequest request) => Self.Latch.RequireResumable(request);

    /// <summary>Lifts a stop of this workflow and of everything below.</summary>
    [WorkflowUpdate(MessageNames.Resume)]
    public Task<ResumeReceipt> ResumeAsync(ResumeRequest request) => Self.ResumeWithReceiptAsync(request);
}
