using System.Text;
using Temporalio.Worker.Machines;

namespace Temporalio.Tests.Worker.Machines;

/// <summary>Draws transition tables as Mermaid state diagrams.</summary>
internal static class MachineDiagram
{
    /// <summary>All machines on one page.</summary>
    public static string Page()
    {
        var page = new StringBuilder();
        page.Append("# State machines of a run\n\nDrawn from the tables at the head of each machine; the tests hold this page to them.\n");
        Draw(page, "Timer", TimerMachine.Table);
        Draw(page, "Activity", ActivityMachine.Table);
        Draw(page, "Local activity", LocalActivityMachine.Table);
        Draw(page, "Child workflow", ChildWorkflowMachine.Table);
        Draw(page, "Signal and cancel request to another run", ExternalRequestMachine.Table);
        Draw(page, "Update", UpdateMachine.Table);
        Draw(page, "Commands that are only recorded: end of the run, attributes, memo, patches", RecordedCommandMachine.Table);
        Draw(page, "Workflow task", WorkflowTaskMachine.Table);
        return page.ToString();
    }

    private static void Draw<TState, TInput, TMachine>(StringBuilder page, string title, TransitionTable<TState, TInput, TMachine> table)
        where TState : struct, Enum
        where TInput : struct, Enum
    {
        page.Append($"\n## {title}\n\n```mermaid\nstateDiagram-v2\n    [*] --> {table.Initial}\n");
        foreach (var row in table)
        {
            page.Append($"    {row.From} --> {row.To}: {row.Input}\n");
        }

        var left = table.Select(row => row.From).ToHashSet();
        foreach (var end in table.Select(row => row.To).Distinct().Where(state => !left.Contains(state)))
        {
            page.Append($"    {end} --> [*]\n");
        }

        page.Append("```\n");
    }
}
