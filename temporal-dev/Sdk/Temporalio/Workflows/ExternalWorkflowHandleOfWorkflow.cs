using System.Linq.Expressions;

namespace Temporalio.Workflows;

/// <summary>Another workflow of a known type, by its id.</summary>
/// <typeparam name="TWorkflow">Workflow type.</typeparam>
public abstract class ExternalWorkflowHandle<TWorkflow> : ExternalWorkflowHandle
{
    /// <summary>Signals it; completes when the signal has arrived.</summary>
    /// <param name="signalCall">A single call of a signal method with its arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public Task SignalAsync(Expression<Func<TWorkflow, Task>> signalCall, ExternalWorkflowSignalOptions? options = null) =>
        SignalAsync<TWorkflow>(signalCall, options);
}
