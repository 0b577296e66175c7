using System.Linq.Expressions;
using Temporalio.Api.Common.V1;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>How an update starts its workflow. Good for one call.</summary>
public abstract class WithStartWorkflowOperation : ICloneable
{
    private int _used;

    /// <summary>Creates an operation.</summary>
    private protected WithStartWorkflowOperation(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        Workflow = workflow;
        Args = args;
        Options = options;
    }

    /// <summary>Workflow type.</summary>
    public string Workflow { get; set; }

    /// <summary>Arguments.</summary>
    public IReadOnlyCollection<object?> Args { get; set; }

    /// <summary>Options; the id conflict policy is required.</summary>
    public WorkflowOptions Options { get; set; }

    /// <summary>Headers to send along. Default null: none.</summary>
    public IDictionary<string, Payload>? Headers { get; set; }

    /// <summary>Starts a workflow with a result.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="workflowRunCall">Call of the run method.</param>
    /// <param name="options">Options; the id conflict policy is required.</param>
    /// <returns>The operation.</returns>
    public static WithStartWorkflowOperation<WorkflowHandle<TWorkflow, TResult>> Create<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = ExpressionCalls.ReadCall(workflowRunCall);
        return new(WorkflowDefinition.NameForCall(method), args, options, (client, id, runId) =>
            new(client, id, ResultRunId: runId, FirstExecutionRunId: runId));
    }

    /// <summary>Starts a workflow without a result.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="workflowRunCall">Call of the run method.</param>
    /// <param name="options">Options; the id conflict policy is required.</param>
    /// <returns>The operation.</returns>
    public static WithStartWorkflowOperation<WorkflowHandle<TWorkflow>> Create<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = ExpressionCalls.ReadCall(workflowRunCall);
        return new(WorkflowDefinition.NameForCall(method), args, options, (client, id, runId) =>
            new(client, id, ResultRunId: runId, FirstExecutionRunId: runId));
    }

    /// <summary>Starts a workflow by its name.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; the id conflict policy is required.</param>
    /// <returns>The operation.</returns>
    public static WithStartWorkflowOperation<WorkflowHandle> Create(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options) =>
        new(workflow, args, options, (client, id, runId) =>
            new(client, id, ResultRunId: runId, FirstExecutionRunId: runId));

    /// <summary>Makes an unused copy.</summary>
    /// <returns>The copy.</returns>
    public abstract object Clone();

    /// <summary>Tells the outcome of the start.</summary>
    internal abstract void SetStarted(ITemporalClient client, string id, string? runId);

    /// <summary>Tells that the start did not succeed.</summary>
    internal abstract void SetFailed(Exception exception);

    /// <summary>Takes the operation for a call.</summary>
    /// <exception cref="ArgumentException">It was taken before.</exception>
    internal void MarkUsed()
    {
        if (Interlocked.Exchange(ref _used, 1) != 0)
        {
            throw new ArgumentException("Start operation already used");
        }
    }
}
