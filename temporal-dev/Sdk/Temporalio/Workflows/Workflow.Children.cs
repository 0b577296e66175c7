using System.Linq.Expressions;
using Temporalio.Common;
using Temporalio.Worker.Instances;

namespace Temporalio.Workflows;

/// <content>Child workflows, other workflows, and the next run.</content>
public static partial class Workflow
{
    /// <summary>Starts a child; completes when it has started.</summary>
    /// <param name="workflowRunCall">A single call of its run method with the arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public static Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ChildWorkflowOptions? options = null)
    {
        var (method, args) = ExpressionCalls.ReadCall(workflowRunCall);
        return Context.Outbound.StartChildWorkflowAsync<TWorkflow, TResult>(
            new(WorkflowDefinition.NameForCall(method), args, options ?? new(), null));
    }

    /// <summary>Starts a child; completes when it has started.</summary>
    /// <param name="workflowRunCall">A single call of its run method with the arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public static async Task<ChildWorkflowHandle<TWorkflow>> StartChildWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, ChildWorkflowOptions? options = null)
    {
        var (method, args) = ExpressionCalls.ReadCall(workflowRunCall);
        return await Context.Outbound.StartChildWorkflowAsync<TWorkflow, NoResult>(
            new(WorkflowDefinition.NameForCall(method), args, options ?? new(), null));
    }

    /// <summary>Starts a child by its name; completes when it has started.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public static async Task<ChildWorkflowHandle> StartChildWorkflowAsync(
        string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null) =>
        await Context.Outbound.StartChildWorkflowAsync<NoResult, NoResult>(new(workflow, args, options ?? new(), null));

    /// <summary>Runs a child and waits for its result.</summary>
    /// <param name="workflowRunCall">A single call of its run method with the arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public static async Task<TResult> ExecuteChildWorkflowAsync<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ChildWorkflowOptions? options = null)
    {
        var handle = await StartChildWorkflowAsync(workflowRunCall, options);
        return await handle.GetResultAsync();
    }

    /// <summary>Runs a child and waits for its end.</summary>
    /// <param name="workflowRunCall">A single call of its run method with the arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public static async Task ExecuteChildWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, ChildWorkflowOptions? options = null)
    {
        var handle = await StartChildWorkflowAsync(workflowRunCall, options);
        await handle.GetResultAsync();
    }

    /// <summary>Runs a child by its name and waits for its end.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public static async Task ExecuteChildWorkflowAsync(
        string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null)
    {
        var handle = await StartChildWorkflowAsync(workflow, args, options);
        await handle.GetResultAsync();
    }

    /// <summary>Runs a child by its name and waits for its result.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public static async Task<TResult> ExecuteChildWorkflowAsync<TResult>(
        string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null)
    {
        var handle = await StartChildWorkflowAsync(workflow, args, options);
        return await handle.GetResultAsync<TResult>();
    }

    /// <summary>Another workflow, by its id.</summary>
    /// <param name="id">Workflow id.</param>
    /// <param name="runId">Run id; null for the current run.</param>
    public static ExternalWorkflowHandle GetExternalWorkflowHandle(string id, string? runId = null) =>
        new ExternalHandle<NoResult>(Context, id, runId);

    /// <summary>Another workflow, by its id.</summary>
    /// <param name="id">Workflow id.</param>
    /// <param name="runId">Run id; null for the current run.</param>
    public static ExternalWorkflowHandle<TWorkflow> GetExternalWorkflowHandle<TWorkflow>(string id, string? runId = null) =>
        new ExternalHandle<TWorkflow>(Context, id, runId);

    /// <summary>Makes the exception that ends this run and starts the next. It must be thrown.</summary>
    /// <param name="workflowRunCall">A single call of the run method with the arguments of the next run.</param>
    /// <param name="options">What differs; null for nothing.</param>
    public static ContinueAsNewException CreateContinueAsNewException<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ContinueAsNewOptions? options = null)
    {
        var (method, args) = ExpressionCalls.ReadCall(workflowRunCall);
        return CreateContinueAsNewException(WorkflowDefinition.NameForCall(method), args, options);
    }

    /// <summary>Makes the exception that ends this run and starts the next. It must be thrown.</summary>
    /// <param name="workflowRunCall">A single call of the run method with the arguments of the next run.</param>
    /// <param name="options">What differs; null for nothing.</param>
    public static ContinueAsNewException CreateContinueAsNewException<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, ContinueAsNewOptions? options = null)
    {
        var (method, args) = ExpressionCalls.ReadCall(workflowRunCall);
        return CreateContinueAsNewException(WorkflowDefinition.NameForCall(method), args, options);
    }

    /// <summary>Makes the exception that ends this run and starts the next. It must be thrown.</summary>
    /// <param name="workflow">Workflow type of the next run.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">What differs; null for nothing.</param>
    public static ContinueAsNewException CreateContinueAsNewException(
        string workflow, IReadOnlyCollection<object?> args, ContinueAsNewOptions? options = null)
    {
        var context = Context;
        context.Guard.RequireEffects("continue as new");
        return context.Outbound.CreateContinueAsNewException(new(workflow, args, options, null));
    }
}
