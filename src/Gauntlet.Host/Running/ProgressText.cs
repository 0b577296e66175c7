using Gauntlet.Contracts.Progress;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Running;

/// <summary>Where a workflow stands, in a line.</summary>
internal static class ProgressText
{
    /// <summary>The whole line.</summary>
    public static string Of(string workflowId, WorkflowStatus status)
    {
        var counts = Counts(status);
        var story = Story(status);
        return string.Join("  ", new[] { Label(workflowId), Name(status.Stage), counts, story }.Where(part => part.Length > 0));
    }

    /// <summary>A workflow of a run in short, since all of them carry the name of the study: <c>promotion 37</c>.</summary>
    public static string Label(string workflowId) => workflowId.Split('/') is [var kind, _, var trial] ? $"{kind} {trial}" : workflowId.Split('/')[0];

    /// <summary>A stage in words.</summary>
    public static string Name(Stage stage) => stage switch
    {
        Stage.Gate1 => "Gate 1",
        Stage.Gate2 => "Gate 2",
        Stage.Gate3 => "Gate 3",
        _ => stage.ToString().ToLowerInvariant(),
    };

    /// <summary>Units done: <c>140 of 200 scenarios</c>; empty where nothing is counted.</summary>
    public static string Counts(WorkflowStatus status) =>
        status.Total > 0 ? $"{Numbers.Count(status.Done)} of {Numbers.Count(status.Total)} {status.Units}" : string.Empty;

    /// <summary>What is next, or what holds it up.</summary>
    public static string Story(WorkflowStatus status) =>
        status.Latch.Stopped ? $"■ stopped: {status.Latch.Reason}"
        : status.Paused is { } why ? $"paused: {why}"
        : status.LastError is { } error ? $"! {error}"
        : Told(status);

    // The stage stands in a column of its own.
    private static string Told(WorkflowStatus status)
    {
        var story = (status.NextAction ?? string.Empty).Split('\n')[0];
        var prefix = $"{Name(status.Stage)}: ";
        return story.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? story[prefix.Length..] : story;
    }
}
