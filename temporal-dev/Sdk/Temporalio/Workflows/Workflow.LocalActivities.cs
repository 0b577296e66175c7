using System.Linq.Expressions;
using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Worker.Instances;

namespace Temporalio.Workflows;

/// <content>Local activities.</content>
public static partial class Workflow
{
    /// <summary>Runs a local activity, run by this worker within the workflow task, given as a static method, and returns its result.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(Expression<Func<TResult>> activityCall, LocalActivityOptions options) =>
        ScheduleLocalActivityAsync<TResult>(activityCall, options);

    /// <summary>Runs a local activity, run by this worker within the workflow task, given as a static method.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteLocalActivityAsync(Expression<Action> activityCall, LocalActivityOptions options) =>
        ScheduleLocalActivityAsync<NoResult>(activityCall, options);

    /// <summary>Runs a local activity, run by this worker within the workflow task, given as a static asynchronous method, and returns its result.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(Expression<Func<Task<TResult>>> activityCall, LocalActivityOptions options) =>
        ScheduleLocalActivityAsync<TResult>(activityCall, options);

    /// <summary>Runs a local activity, run by this worker within the workflow task, given as a static asynchronous method.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteLocalActivityAsync(Expression<Func<Task>> activityCall, LocalActivityOptions options) =>
        ScheduleLocalActivityAsync<NoResult>(activityCall, options);

    /// <summary>Runs a local activity, run by this worker within the workflow task, given as an instance method, and returns its result.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteLocalActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, TResult>> activityCall, LocalActivityOptions options) =>
        ScheduleLocalActivityAsync<TResult>(activityCall, options);

    /// <summary>Runs a local activity, run by this worker within the workflow task, given as an instance method.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteLocalActivityAsync<TActivityInstance>(Expression<Action<TActivityInstance>> activityCall, LocalActivityOptions options) =>
        ScheduleLocalActivityAsync<NoResult>(activityCall, options);

    /// <summary>Runs a local activity, run by this worker within the workflow task, given as an instance asynchronous method, and returns its result.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteLocalActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, Task<TResult>>> activityCall, LocalActivityOptions options) =>
        ScheduleLocalActivityAsync<TResult>(activityCall, options);

    /// <summary>Runs a local activity, run by this worker within the workflow task, given as an instance asynchronous method.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteLocalActivityAsync<TActivityInstance>(Expression<Func<TActivityInstance, Task>> activityCall, LocalActivityOptions options) =>
        ScheduleLocalActivityAsync<NoResult>(activityCall, options);

    /// <summary>Runs a local activity, run by this worker within the workflow task, by its name.</summary>
    /// <param name="activity">Activity type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteLocalActivityAsync(string activity, IReadOnlyCollection<object?> args, LocalActivityOptions options) =>
        Context.Outbound.ScheduleLocalActivityAsync<NoResult>(new(activity, args, options, null));

    /// <summary>Runs a local activity, run by this worker within the workflow task, by its name, and returns its result.</summary>
    /// <param name="activity">Activity type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(string activity, IReadOnlyCollection<object?> args, LocalActivityOptions options) =>
        Context.Outbound.ScheduleLocalActivityAsync<TResult>(new(activity, args, options, null));

    private static Task<TResult> ScheduleLocalActivityAsync<TResult>(LambdaExpression activityCall, LocalActivityOptions options)
    {
        var (method, args) = ExpressionCalls.ReadCall(activityCall);
        return Context.Outbound.ScheduleLocalActivityAsync<TResult>(new(ActivityDefinition.NameForCall(method), args, options, null));
    }
}
