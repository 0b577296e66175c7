using System.Linq.Expressions;

namespace Temporalio.Workflows;

/// <summary>A child of a known type that has started.</summary>
/// <typeparam name="TWorkflow">Workflow type.</typeparam>
public abstract class ChildWorkflowHandle<TWorkflow> : ChildWorkflowHandle
{
    /// <summary>Signals the child; completes when it has arrived.</summary>
    /// <param name="signalCall">A single call of a signal method with its arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public Task SignalAsync(Expression<Func<TWorkflow, Task>> signalCall, ChildWorkflowSignalOptions? options = null) =>
        SignalAsync<TWorkflow>(signalCall, options);
}
