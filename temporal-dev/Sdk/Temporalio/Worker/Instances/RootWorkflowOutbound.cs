using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>The last link of calls out of a workflow: gives each to the part of the run that does it.</summary>
/// <param name="instance">The run.</param>
internal sealed class RootWorkflowOutbound(WorkflowInstance instance) : WorkflowOutboundInterceptor
{
    private readonly TimerCalls _timers = new(instance);
    private readonly ActivityCalls _activities = new(instance);
    private readonly ChildCalls _children = new(instance);
    private readonly ExternalCalls _externals = new(instance);

    /// <inheritdoc/>
    public override Task DelayAsync(DelayAsyncInput input) => _timers.DelayAsync(input);

    /// <inheritdoc/>
    public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) => _activities.ScheduleAsync<TResult>(input);

    /// <inheritdoc/>
    public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input) =>
        instance.LocalActivities.ScheduleAsync<TResult>(input);

    /// <inheritdoc/>
    public override Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input) =>
        _children.StartAsync<TWorkflow, TResult>(input);

    /// <inheritdoc/>
    public override Task SignalChildWorkflowAsync(SignalChildWorkflowInput input) => _externals.SignalAsync(input);

    /// <inheritdoc/>
    public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) => _externals.SignalAsync(input);

    /// <inheritdoc/>
    public override Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input) => _externals.CancelAsync(input);

    /// <inheritdoc/>
    public override ContinueAsNewException CreateContinueAsNewException(CreateContinueAsNewExceptionInput input) => new(input);
}
