using System.Linq.Expressions;
using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Worker.Instances;

namespace Temporalio.Workflows;

/// <content>Activities.</content>
public static partial class Workflow
{
    /// <summary>Runs an activity given as a static method, and returns its result.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Expression<Func<TResult>> activityCall, ActivityOptions options) =>
        ScheduleActivityAsync<TResult>(activityCall, options);

    /// <summary>Runs an activity given as a static method.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteActivityAsync(Expression<Action> activityCall, ActivityOptions options) =>
        ScheduleActivityAsync<NoResult>(activityCall, options);

    /// <summary>Runs an activity given as a static asynchronous method, and returns its result.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Expression<Func<Task<TResult>>> activityCall, ActivityOptions options) =>
        ScheduleActivityAsync<TResult>(activityCall, options);

    /// <summary>Runs an activity given as a static asynchronous method.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteActivityAsync(Expression<Func<Task>> activityCall, ActivityOptions options) =>
        ScheduleActivityAsync<NoResult>(activityCall, options);

    /// <summary>Runs an activity given as an instance method, and returns its result.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, TResult>> activityCall, ActivityOptions options) =>
        ScheduleActivityAsync<TResult>(activityCall, options);

    /// <summary>Runs an activity given as an instance method.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteActivityAsync<TActivityInstance>(Expression<Action<TActivityInstance>> activityCall, ActivityOptions options) =>
        ScheduleActivityAsync<NoResult>(activityCall, options);

    /// <summary>Runs an activity given as an instance asynchronous method, and returns its result.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, Task<TResult>>> activityCall, ActivityOptions options) =>
        ScheduleActivityAsync<TResult>(activityCall, options);

    /// <summary>Runs an activity given as an instance asynchronous method.</summary>
    /// <param name="activityCall">A single call of an activity method with its arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteActivityAsync<TActivityInstance>(Expression<Func<TActivityInstance, Task>> activityCall, ActivityOptions options) =>
        ScheduleActivityAsync<NoResult>(activityCall, options);

    /// <summary>Runs an activity by its name.</summary>
    /// <param name="activity">Activity type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task ExecuteActivityAsync(string activity, IReadOnlyCollection<object?> args, ActivityOptions options) =>
        Context.Outbound.ScheduleActivityAsync<NoResult>(new(activity, args, options, null));

    /// <summary>Runs an activity by its name, and returns its result.</summary>
    /// <param name="activity">Activity type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; a start-to-close or schedule-to-close timeout is required.</param>
    public static Task<TResult> ExecuteActivityAsync<TResult>(string activity, IReadOnlyCollection<object?> args, ActivityOptions options) =>
        Context.Outbound.ScheduleActivityAsync<TResult>(new(activity, args, options, null));

    private static Task<TResult> ScheduleActivityAsync<TResult>(LambdaExpression activityCall, ActivityOptions options)
    {
        var (method, args) = ExpressionCalls.ReadCall(activityCall);
        return Context.Outbound.ScheduleActivityAsync<TResult>(new(ActivityDefinition.NameForCall(method), args, options, null));
    }
}
