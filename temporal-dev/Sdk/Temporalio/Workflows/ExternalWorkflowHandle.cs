using System.Linq.Expressions;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Another workflow, by its id.</summary>
public abstract class ExternalWorkflowHandle
{
    /// <summary>Workflow id.</summary>
    public abstract string Id { get; }

    /// <summary>Run id; null for the current run.</summary>
    public abstract string? RunId { get; }

    /// <summary>Signals it; completes when the signal has arrived.</summary>
    /// <param name="signalCall">A single call of a signal method with its arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public Task SignalAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall, ExternalWorkflowSignalOptions? options = null)
    {
        var (method, args) = ExpressionCalls.ReadCall(signalCall);
        return SignalAsync(WorkflowSignalDefinition.NameForCall(method), args, options);
    }

    /// <summary>Signals it; completes when the signal has arrived.</summary>
    /// <param name="signal">Signal name.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public abstract Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ExternalWorkflowSignalOptions? options = null);

    /// <summary>Asks it to cancel; completes when the request has arrived.</summary>
    public abstract Task CancelAsync();
}
