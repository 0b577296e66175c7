using System.Diagnostics;
using Temporalio.Workflows;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>A span of workflow code: over at once, as a workflow may go on in another process, yet parent of what comes until it is disposed of.</summary>
public class WorkflowDiagnosticActivity : IDisposable
{
    private static readonly AsyncLocal<WorkflowDiagnosticActivity?> CurrentInFlow = new();

    internal WorkflowDiagnosticActivity(
        Activity? activity, ActivityContext context, IReadOnlyCollection<KeyValuePair<string, object?>>? tags)
    {
        if (!Workflow.InWorkflow)
        {
            throw new InvalidOperationException("Not in workflow");
        }

        Activity = activity;
        Context = context;
        Tags = tags;
        Parent = CurrentInFlow.Value;
        CurrentInFlow.Value = this;
    }

    /// <summary>The innermost one that is not disposed of; null outside any.</summary>
    public static WorkflowDiagnosticActivity? Current => CurrentInFlow.Value;

    /// <summary>What was current when this one was made.</summary>
    public WorkflowDiagnosticActivity? Parent { get; private init; }

    /// <summary>Trace and span that what comes belongs to.</summary>
    public ActivityContext Context { get; private init; }

    /// <summary>The span, already ended; null in a replay and where nobody listens.</summary>
    public Activity? Activity { get; private init; }

    /// <summary>Tags for spans within this one, there even where the span is not. Null for none.</summary>
    public IReadOnlyCollection<KeyValuePair<string, object?>>? Tags { get; private init; }

    /// <summary>Makes a trace from elsewhere current.</summary>
    /// <param name="context">Trace and span.</param>
    /// <param name="tags">Tags for spans within. Default null: none.</param>
    /// <returns>To be disposed of when it is no longer current.</returns>
    /// <exception cref="InvalidOperationException">Not in a workflow.</exception>
    public static WorkflowDiagnosticActivity AttachFromContext(
        ActivityContext context, IReadOnlyCollection<KeyValuePair<string, object?>>? tags = null) => new(null, context, tags);

    /// <summary>Makes <see cref="Parent"/> current again.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes <see cref="Parent"/> current again.</summary>
    /// <param name="disposing">Whether not from a finalizer.</param>
    protected virtual void Dispose(bool disposing) => CurrentInFlow.Value = Parent;
}
