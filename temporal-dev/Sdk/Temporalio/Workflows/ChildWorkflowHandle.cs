using System.Linq.Expressions;
using Temporalio.Common;
using Temporalio.Worker.Instances;

namespace Temporalio.Workflows;

/// <summary>A child that has started.</summary>
public abstract class ChildWorkflowHandle
{
    /// <summary>Workflow id.</summary>
    public abstract string Id { get; }

    /// <summary>First run of the child.</summary>
    public abstract string FirstExecutionRunId { get; }

    /// <summary>Waits for the end of the child.</summary>
    public Task GetResultAsync() => GetResultAsync<NoResult>();

    /// <summary>Waits for the result of the child.</summary>
    public abstract Task<TResult> GetResultAsync<TResult>();

    /// <summary>Signals the child; completes when it has arrived.</summary>
    /// <param name="signalCall">A single call of a signal method with its arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public Task SignalAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall, ChildWorkflowSignalOptions? options = null)
    {
        var (method, args) = ExpressionCalls.ReadCall(signalCall);
        return SignalAsync(WorkflowSignalDefinition.NameForCall(method), args, options);
    }

    /// <summary>Signals the child; completes when it has arrived.</summary>
    /// <param name="signal">Signal name.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public abstract Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ChildWorkflowSignalOptions? options = null);
}
