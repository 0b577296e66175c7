using Gauntlet.Contracts.Progress;
using Gauntlet.Host.Running;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Host.Watching;

/// <summary>Workflows as a table.</summary>
internal static class StatusTable
{
    /// <param name="workflows">The workflows.</param>
    /// <param name="now">The time of day is enough for what happened on this day.</param>
    public static TextTable Of(IReadOnlyList<RunningWorkflow> workflows, DateTimeOffset now)
    {
        var table = new TextTable(string.Empty, "workflow", "stage", "since (UTC)", "done", "next");
        foreach (var workflow in workflows) table.Add(Row(workflow, now));
        return table;
    }

    /// <summary>What does not fit into the table.</summary>
    public static void WriteDetails(WorkflowStatus status, Screen screen)
    {
        screen.WriteLine(new("next     ", Ink.Muted), ProgressText.Story(status));
        if (status.NextAt is { } at) screen.WriteLine(new("next at  ", Ink.Muted), Times.Of(at));
        if (status.OpenPosition is { } position) screen.WriteLine(new("position ", Ink.Muted), $"{Numbers.Percent(position, signed: true)} of equity");
        if (status.LastError is { } error) screen.WriteLine(new("error    ", Ink.Muted), error);
        if (status.Paused is { } paused) screen.WriteLine(new("paused   ", Ink.Muted), paused);
    }

    private static Cell[] Row(RunningWorkflow workflow, DateTimeOffset now)
    {
        var status = workflow.Status;
        return
        [
            Mark(workflow),
            workflow.WorkflowId,
            status is null ? workflow.Stage ?? string.Empty : ProgressText.Name(status.Stage),
            Times.OfDay(status?.Since ?? workflow.StartedAt, now),
            status is null ? string.Empty : ProgressText.Counts(status),
            status is null ? "no worker answers" : status.Latch.Stopped ? ProgressText.Story(status) : workflow.Retry ?? ProgressText.Story(status),
        ];
    }

    private static Cell Mark(RunningWorkflow workflow) => workflow switch
    {
        { Execution: not WorkflowExecutionStatus.Running } => new(workflow.Execution.ToString().ToLowerInvariant(), Ink.Muted),
        { Status: null } => new("! no worker", Ink.Caution),
        { Status.Latch.Stopped: true } => new("■ stopped", Ink.Caution),
        { Status.Paused: not null } => new("! paused", Ink.Caution),
        { Retry: not null } => new("! retrying", Ink.Caution),
        { Status.LastError: not null } => new("! error", Ink.Caution),
        _ => new("▸ running", Ink.Pass),
    };
}
