using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;

namespace Gauntlet.Temporal.Server.Engine.Updates;

/// <summary>What the callers of one update wait on.</summary>
internal sealed class UpdateWaiter
{
    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Outcome> _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Accept() => _accepted.TrySetResult();

    public void Complete(Outcome outcome)
    {
        _completed.TrySetResult(outcome);
        _accepted.TrySetResult();
    }

    public void Abort(Exception error)
    {
        _completed.TrySetException(error);
        _accepted.TrySetResult();
    }

    /// <summary>Waits for the stage; when the token is cancelled first, answers with the stage reached.</summary>
    public async Task<UpdateAnswer> WaitAsync(UpdateWorkflowExecutionLifecycleStage stage, CancellationToken patience)
    {
        Task wanted = stage == UpdateWorkflowExecutionLifecycleStage.Completed ? _completed.Task : _accepted.Task;
        await Task.WhenAny(wanted, Task.Delay(Timeout.Infinite, patience));
        if (_completed.Task.IsCompleted)
        {
            return new(UpdateWorkflowExecutionLifecycleStage.Completed, await _completed.Task);
        }

        return new(_accepted.Task.IsCompleted ? UpdateWorkflowExecutionLifecycleStage.Accepted : UpdateWorkflowExecutionLifecycleStage.Admitted, null);
    }
}
