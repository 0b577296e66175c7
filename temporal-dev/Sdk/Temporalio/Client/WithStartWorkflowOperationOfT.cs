namespace Temporalio.Client;

/// <summary>How an update starts its workflow. Good for one call.</summary>
/// <typeparam name="THandle">Type of the workflow's handle.</typeparam>
public sealed class WithStartWorkflowOperation<THandle> : WithStartWorkflowOperation
    where THandle : WorkflowHandle
{
    private readonly TaskCompletionSource<THandle> _handle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<ITemporalClient, string, string?, THandle> _create;

    /// <summary>Creates an operation.</summary>
    internal WithStartWorkflowOperation(
        string workflow,
        IReadOnlyCollection<object?> args,
        WorkflowOptions options,
        Func<ITemporalClient, string, string?, THandle> create)
        : base(workflow, args, options) => _create = create;

    /// <summary>Waits for the start.</summary>
    /// <returns>Handle of the workflow.</returns>
    public Task<THandle> GetHandleAsync() => _handle.Task;

    /// <summary>Makes an unused copy.</summary>
    /// <returns>The copy.</returns>
    public override object Clone() =>
        new WithStartWorkflowOperation<THandle>(Workflow, Args, (WorkflowOptions)Options.Clone(), _create)
        {
            Headers = Headers,
        };

    /// <inheritdoc />
    internal override void SetStarted(ITemporalClient client, string id, string? runId) =>
        _handle.TrySetResult(_create(client, id, runId));

    /// <inheritdoc />
    internal override void SetFailed(Exception exception)
    {
        _handle.TrySetException(exception);

        // Whoever started the update sees the exception there; nobody needs to look at this task as well.
        _ = _handle.Task.Exception;
    }
}
