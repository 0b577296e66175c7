using System.Diagnostics;
using Temporalio.Workflows;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>Spans of workflow code.</summary>
public static class ActivitySourceExtensions
{
    /// <summary>Writes a span that begins and ends now, unless the workflow is replaying, and makes it parent of what comes.</summary>
    /// <param name="source">Source of the span.</param>
    /// <param name="name">Name.</param>
    /// <param name="kind">Kind. Default internal.</param>
    /// <param name="tags">Tags. Default null: none.</param>
    /// <param name="links">Spans to refer to. Default null: none.</param>
    /// <param name="evenOnReplay">Whether a replay writes it too. Default false.</param>
    /// <param name="inheritParentTags">Whether spans within get the tags of the parent as well. Default true.</param>
    /// <param name="updateActivity">Changes the span before it ends; not called where none is written. Default null.</param>
    /// <returns>To be disposed of when it is no longer parent.</returns>
    /// <exception cref="InvalidOperationException">Not in a workflow.</exception>
    public static WorkflowDiagnosticActivity TrackWorkflowDiagnosticActivity(
        this ActivitySource source,
        string name,
        ActivityKind kind = ActivityKind.Internal,
        IEnumerable<KeyValuePair<string, object?>>? tags = null,
        IEnumerable<ActivityLink>? links = null,
        bool evenOnReplay = false,
        bool inheritParentTags = true,
        Action<Activity>? updateActivity = null)
    {
        if (!Workflow.InWorkflow)
        {
            throw new InvalidOperationException("Not in workflow");
        }

        var parent = WorkflowDiagnosticActivity.Current;
        var own = tags?.ToList();
        var context = parent?.Context ?? default;
        Activity? activity = null;
        if (evenOnReplay || !Workflow.Unsafe.IsReplaying)
        {
            // Where spans go is not the workflow's business: exporters may use threads and timers.
            activity = Workflow.Unsafe.WithTracingEventListenerDisabled(() => Write(source.StartActivity(name, kind, context, own, links), updateActivity));
            context = activity?.Context ?? context;
        }

        return new(activity, context, inheritParentTags ? Joined(parent?.Tags, own) : own);
    }

    private static Activity? Write(Activity? activity, Action<Activity>? update)
    {
        if (activity is not null)
        {
            update?.Invoke(activity);
            activity.Stop();
        }

        return activity;
    }

    private static IReadOnlyCollection<KeyValuePair<string, object?>>? Joined(
        IReadOnlyCollection<KeyValuePair<string, object?>>? first, List<KeyValuePair<string, object?>>? then) =>
        (first, then) switch
        {
            (null, _) => then,
            (_, null) => first,
            _ => [.. first, .. then],
        };
}
