using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Exceptions by name, and exceptions in words.</summary>
internal static class Failures
{
    /// <summary>Kinds that end a workflow when it throws them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["application", "typed", "final", "details", "cause", "benign"];

    /// <summary>Kinds that only activities turn into failures.</summary>
    public static IReadOnlyList<string> PlainKinds { get; } = ["plain", "argument", "nested"];

    /// <summary>Makes one.</summary>
    public static Exception Of(string kind) => kind switch
    {
        "application" => new ApplicationFailureException("why"),
        "typed" => new ApplicationFailureException("why", errorType: "Special"),
        "final" => new ApplicationFailureException("why", errorType: "Final", nonRetryable: true),
        "details" => new ApplicationFailureException("why", details: ["one", 2, null], errorType: "Detailed"),
        "cause" => new ApplicationFailureException("why", new InvalidOperationException("because")),
        "benign" => new ApplicationFailureException("why", category: ApplicationErrorCategory.Benign),
        "plain" => new InvalidOperationException("why"),
        "argument" => new ArgumentException("why"),
        "nested" => new InvalidOperationException("outer", new ArgumentException("inner", new FormatException("innermost"))),
        "delay" => new ApplicationFailureException("why", nextRetryDelay: TimeSpan.FromMilliseconds(5)),
        _ => throw new ArgumentException(kind),
    };

    /// <summary>An exception with its causes, without what differs from run to run.</summary>
    public static string Describe(Exception? e) => e switch
    {
        null => string.Empty,
        WorkflowFailedException or WorkflowUpdateFailedException => $"{e.GetType().Name} < {Describe(e.InnerException)}",
        ApplicationFailureException a =>
            $"Application({a.ErrorType ?? "-"}{(a.NonRetryable ? " final" : string.Empty)}{(a.Category == ApplicationErrorCategory.Benign ? " benign" : string.Empty)}" +
            $"{(a.Details.Count > 0 ? $" {a.Details.Count} details" : string.Empty)}: {a.Message}){Cause(a)}",
        ActivityFailureException a => $"Activity({a.ActivityType} {a.RetryState}){Cause(a)}",
        ChildWorkflowFailureException c => $"Child({c.WorkflowType} {c.RetryState}){Cause(c)}",
        TimeoutFailureException t => $"Timeout({t.TimeoutType}){Cause(t)}",
        CanceledFailureException c => $"Canceled({c.Message}){Cause(c)}",
        TerminatedFailureException t => $"Terminated({t.Message}){Cause(t)}",
        RpcException r => $"Rpc({r.Code})",
        _ => $"{e.GetType().Name}({e.Message}){Cause(e)}",
    };

    private static string Cause(Exception e) => e.InnerException is null ? string.Empty : $" < {Describe(e.InnerException)}";
}
