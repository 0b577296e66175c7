using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Machines;

namespace Temporalio.Tests.Worker.Machines;

public class CommandQueueTests
{
    private readonly FakeRun _run = new();

    [Fact]
    public void Send_WithClosingCommands_PutsTheFirstOfThemLast()
    {
        Issue(CommandType.FailWorkflowExecution);
        _run.Commands.Add(new() { CommandType = CommandType.StartTimer }, new PatchMachine(_run, new(), "x"));
        Issue(CommandType.CompleteWorkflowExecution);

        _run.Commands.Send().Select(c => c.CommandType).ShouldBe([CommandType.StartTimer, CommandType.FailWorkflowExecution]);
    }

    [Fact]
    public void Record_OfPatchThatHistoryLacks_SkipsIt()
    {
        new PatchMachine(_run, PatchMarker.Write("old", deprecated: true), "old").Move(RecordedCommandMachine.Inputs.Issue);
        var close = Issue(CommandType.CompleteWorkflowExecution);
        _run.Commands.Send();

        _run.Commands.Record(new() { EventType = EventType.WorkflowExecutionCompleted }).ShouldBe(close);
    }

    [Fact]
    public void PatchMarker_WrittenAndRead_IsTheSame()
    {
        var command = PatchMarker.Write("a \"patch\"", deprecated: true).RecordMarkerCommandAttributes;
        var marker = new MarkerRecordedEventAttributes { MarkerName = command.MarkerName, Details = { command.Details } };

        PatchMarker.TryRead(new() { EventType = EventType.MarkerRecorded, MarkerRecordedEventAttributes = marker }, out var id, out var deprecated)
            .ShouldBeTrue();
        id.ShouldBe("a \"patch\"");
        deprecated.ShouldBeTrue();
    }

    [Fact]
    public void LocalActivityMarker_WrittenAndRead_IsTheSame()
    {
        var result = new LocalActivityResult(3, "three", "Type", 2)
        {
            Backoff = TimeSpan.FromSeconds(90.5),
            CompleteTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            OriginalScheduleTime = new DateTime(2026, 1, 2, 3, 4, 4, 500, DateTimeKind.Utc),
            Failure = new() { Message = "why" },
        };
        var command = LocalActivityMarker.Write(result, null).RecordMarkerCommandAttributes;
        var marker = new MarkerRecordedEventAttributes { MarkerName = command.MarkerName, Details = { command.Details }, Failure = command.Failure };

        LocalActivityMarker.Read(new() { EventType = EventType.MarkerRecorded, MarkerRecordedEventAttributes = marker }).ShouldBe(result);
    }

    private CloseMachine Issue(CommandType type)
    {
        var machine = new CloseMachine(_run, new Command { CommandType = type });
        machine.Move(RecordedCommandMachine.Inputs.Issue);
        return machine;
    }
}
