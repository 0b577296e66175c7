using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.Machines;

namespace Temporalio.Tests.Worker.Machines;

public class TimerMachineTests
{
    private readonly FakeRun _run = new();
    private int _fired;

    [Fact]
    public void Timer_StartedAndFired_TellsTheCodeOnce()
    {
        Start("1");
        _run.Commands.Send().ShouldHaveSingleItem().CommandType.ShouldBe(CommandType.StartTimer);
        var timer = _run.Commands.Record(Started("1")).ShouldBeOfType<TimerMachine>();

        timer.Move(TimerMachine.Inputs.Fired, new());

        _run.RunJobs().ShouldBe(1);
        _fired.ShouldBe(1);
    }

    [Fact]
    public void Timer_CanceledBeforeItIsSent_IsWithdrawn()
    {
        Start("1").Move(TimerMachine.Inputs.Cancel);

        _run.Commands.Send().ShouldBeEmpty();
    }

    [Fact]
    public void Timer_CanceledWhileItRuns_SendsACancellation()
    {
        var timer = Start("1");
        _run.Commands.Send();
        _run.Commands.Record(Started("1"));

        timer.Move(TimerMachine.Inputs.Cancel);

        var command = _run.Commands.Send().ShouldHaveSingleItem();
        command.CancelTimerCommandAttributes.TimerId.ShouldBe("1");
        _run.Commands.Record(new() { EventType = EventType.TimerCanceled, TimerCanceledEventAttributes = new() { TimerId = "1" } }).ShouldBe(timer);
    }

    [Fact]
    public void Event_OfAnotherTimer_IsNondeterminism()
    {
        Start("1");
        _run.Commands.Send();

        Should.Throw<WorkflowNondeterminismException>(() => _run.Commands.Record(Started("2")))
            .Message.ShouldBe("[TMPRL1100] Nondeterminism error: Timer id of event '2' does not match Timer id of command '1' for HistoryEvent(id: 5, TimerStarted)");
    }

    [Fact]
    public void Event_OfAnotherKind_IsNondeterminism()
    {
        Start("1");
        _run.Commands.Send();

        Should.Throw<WorkflowNondeterminismException>(() => _run.Commands.Record(new() { EventId = 5, EventType = EventType.ActivityTaskScheduled }))
            .Message.ShouldBe("[TMPRL1100] Nondeterminism error: Command StartTimer does not match this event: HistoryEvent(id: 5, ActivityTaskScheduled)");
    }

    [Fact]
    public void Event_WithoutCommand_IsNondeterminism() =>
        Should.Throw<WorkflowNondeterminismException>(() => _run.Commands.Record(Started("1")))
            .Message.ShouldBe("[TMPRL1100] Nondeterminism error: No command scheduled for event HistoryEvent(id: 5, TimerStarted)");

    [Fact]
    public void Command_WithoutEvent_IsNondeterminism()
    {
        Start("1");
        _run.Commands.Send();

        Should.Throw<WorkflowNondeterminismException>(_run.Commands.RequireAllRecorded);
    }

    private static HistoryEvent Started(string id) =>
        new() { EventId = 5, EventType = EventType.TimerStarted, TimerStartedEventAttributes = new() { TimerId = id } };

    private TimerMachine Start(string id)
    {
        var command = new Command { CommandType = CommandType.StartTimer, StartTimerCommandAttributes = new() { TimerId = id } };
        var timer = new TimerMachine(_run, command, () => _fired++);
        timer.Move(TimerMachine.Inputs.Start);
        return timer;
    }
}
