using System.Reflection;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker.Machines;

/// <summary>Every transition of every machine.</summary>
public class MachineTableTests
{
    private readonly FakeRun _run = new();

    [Fact]
    public void Tables_AllOfThem_AreWalkedAndDrawn()
    {
        Timer_EveryRow_IsVisited();
        Activity_EveryRow_IsVisited(ActivityCancellationType.TryCancel);
        ChildWorkflow_EveryRow_IsVisited(ChildWorkflowCancellationType.TryCancel);
        ExternalRequests_EveryRow_IsVisited();
        RecordedCommands_EveryRow_IsVisited();
        Update_EveryRow_IsVisited();
        LocalActivity_EveryRow_IsVisited();
        WorkflowTask_EveryRow_IsVisited();

        var tables = typeof(TimerMachine).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(TransitionTable<,,>))
            .Select(field => field.GetValue(null)!)
            .ToList();
        tables.Count.ShouldBe(8);
        tables.ShouldBeSubsetOf(TableWalk.Walked.Distinct());
        MachineDiagram.Page().Split("stateDiagram-v2").Length.ShouldBe(1 + tables.Count);
    }

    [Fact]
    public void Timer_EveryRow_IsVisited() => TableWalk.VisitAll(
        TimerMachine.Table,
        () => new(_run, new() { StartTimerCommandAttributes = new() { TimerId = "1" } }, () => { }),
        (m, i) => m.Move(i, new()));

    [Theory]
    [InlineData(ActivityCancellationType.TryCancel)]
    [InlineData(ActivityCancellationType.WaitCancellationCompleted)]
    public void Activity_EveryRow_IsVisited(ActivityCancellationType cancellation) => TableWalk.VisitAll(
        ActivityMachine.Table,
        () => new(_run, new() { ScheduleActivityTaskCommandAttributes = new() { ActivityId = "1" } }, cancellation, _ => { }),
        (m, i) => m.Move(i, new()));

    [Theory]
    [InlineData(ChildWorkflowCancellationType.Abandon)]
    [InlineData(ChildWorkflowCancellationType.TryCancel)]
    [InlineData(ChildWorkflowCancellationType.WaitCancellationCompleted)]
    [InlineData(ChildWorkflowCancellationType.WaitCancellationRequested)]
    public void ChildWorkflow_EveryRow_IsVisited(ChildWorkflowCancellationType cancellation) => TableWalk.VisitAll(
        ChildWorkflowMachine.Table,
        () => new(_run, "ns", new() { StartChildWorkflowExecutionCommandAttributes = new() { WorkflowId = "w" } }, cancellation, _ => { }, _ => { }),
        (m, i) => m.Move(i, new()));

    [Fact]
    public void ExternalRequests_EveryRow_IsVisited()
    {
        TableWalk.VisitAll(ExternalRequestMachine.Table, () => new SignalExternalMachine(_run, new(), _ => { }), (m, i) => m.Move(i, new()));
        TableWalk.VisitAll(ExternalRequestMachine.Table, () => new CancelExternalMachine(_run, new(), _ => { }), (m, i) => m.Move(i, new()));
    }

    [Fact]
    public void RecordedCommands_EveryRow_IsVisited()
    {
        var close = new Command { CommandType = CommandType.CompleteWorkflowExecution };
        TableWalk.VisitAll(RecordedCommandMachine.Table, () => new CloseMachine(_run, close), (m, i) => m.Move(i, new()));
        TableWalk.VisitAll(RecordedCommandMachine.Table, () => new UpsertSearchAttributesMachine(_run, new(), true), (m, i) => m.Move(i, new()));
        TableWalk.VisitAll(RecordedCommandMachine.Table, () => new ModifyPropertiesMachine(_run, new()), (m, i) => m.Move(i, new()));
        TableWalk.VisitAll(RecordedCommandMachine.Table, () => new PatchMachine(_run, new(), "p"), (m, i) => m.Move(i, new()));
    }

    [Fact]
    public void Update_EveryRow_IsVisited() => TableWalk.VisitAll(
        UpdateMachine.Table,
        () => new(_run, new("u", "u/request", 3, new Request { Meta = new() { UpdateId = "u" } }), _run),
        (m, i) => m.Move(i, new()));

    [Fact]
    public void LocalActivity_EveryRow_IsVisited() => TableWalk.VisitAll(
        LocalActivityMachine.Table,
        () => new(_run, 1, () => { }, _ => { }, null),
        (m, i) => m.End(i, new(1, "1", "t", 1)));

    [Fact]
    public void WorkflowTask_EveryRow_IsVisited()
    {
        var reseeds = new List<string>();
        var reset = new HistoryEvent
        {
            WorkflowTaskFailedEventAttributes = new() { Cause = WorkflowTaskFailedCause.ResetWorkflow, NewRunId = "new" },
        };
        TableWalk.VisitAll(
            WorkflowTaskMachine.Table,
            () => new(_run, reseeds.Add),
            (m, i) => m.Move(i, i == WorkflowTaskMachine.Inputs.Failed ? reset : new()));
        reseeds.ShouldBe(["new", "new"]);
    }
}
