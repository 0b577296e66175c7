using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Client.Schedules;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

/// <summary>What a client may expect of any server about schedules.</summary>
public abstract class ScheduleCallContract
{
    private readonly ServerFixture _server;
    private readonly string _id = $"schedule-{Guid.NewGuid()}";

    protected ScheduleCallContract(ServerFixture server)
    {
        Skip.If(server.Absent is not null, server.Absent);
        _server = server;
    }

    private TemporalClient Client => _server.Client;

    [SkippableFact]
    public async Task Create_WithEverything_IsDescribed()
    {
        var schedule = Daily() with
        {
            Spec = new()
            {
                Calendars = [new() { Hour = [new(2), new(10, 20, 5)], Comment = "at night" }],
                Intervals = [new(TimeSpan.FromHours(6), TimeSpan.FromHours(1))],
                Skip = [new() { DayOfWeek = [new(0)] }],
                StartAt = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                EndAt = new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                Jitter = TimeSpan.FromSeconds(80),
                TimeZoneName = "America/New_York",
            },
            Policy = new() { Overlap = ScheduleOverlapPolicy.BufferOne, CatchupWindow = TimeSpan.FromMinutes(5), PauseOnFailure = true },
            State = new() { Note = "note", Paused = true, LimitedActions = true, RemainingActions = 30 },
        };
        var handle = await Client.CreateScheduleAsync(_id, schedule, new() { Memo = new Dictionary<string, object> { ["k"] = "v" } });
        var description = await handle.DescribeAsync();

        description.Id.ShouldBe(_id);
        description.Schedule.Spec.Calendars.ShouldBe(schedule.Spec.Calendars);
        description.Schedule.Spec.Intervals.ShouldBe(schedule.Spec.Intervals);
        description.Schedule.Spec.Skip.ShouldBe(schedule.Spec.Skip);
        description.Schedule.Spec.StartAt.ShouldBe(schedule.Spec.StartAt);
        description.Schedule.Spec.EndAt.ShouldBe(schedule.Spec.EndAt);
        description.Schedule.Spec.Jitter.ShouldBe(schedule.Spec.Jitter);
        description.Schedule.Spec.TimeZoneName.ShouldBe("America/New_York");
        description.Schedule.Policy.ShouldBe(schedule.Policy);
        description.Schedule.State.ShouldBe(schedule.State);
        (await description.Memo["k"].ToValueAsync<string>()).ShouldBe("v");
        var action = description.Schedule.Action.ShouldBeOfType<ScheduleActionStartWorkflow>();
        action.Workflow.ShouldBe("Raw");
        action.Options.Id.ShouldBe($"{_id}-wf");
        (await action.Args.Single().ShouldBeAssignableTo<IEncodedRawValue>()!.ToValueAsync<string>()).ShouldBe("input");
        action.Options.StaticSummary.ShouldBe("summary");
        description.Info.NextActionTimes.Count.ShouldBe(10);
        description.Info.NumActions.ShouldBe(0);
        await handle.DeleteAsync();
        (await Should.ThrowAsync<RpcException>(() => handle.DescribeAsync())).Code.ShouldBe(RpcException.StatusCode.NotFound);
    }

    [SkippableFact]
    public async Task Create_SameIdTwice_IsRefused()
    {
        var handle = await Client.CreateScheduleAsync(_id, Daily());
        await Should.ThrowAsync<ScheduleAlreadyRunningException>(() => Client.CreateScheduleAsync(_id, Daily()));
        await handle.DeleteAsync();
    }

    [SkippableFact]
    public async Task PauseUnpauseUpdate_Schedule_ChangesItAndKeepsArguments()
    {
        var handle = await Client.CreateScheduleAsync(_id, Daily());
        await handle.PauseAsync();
        var paused = (await handle.DescribeAsync()).Schedule.State;
        paused.Paused.ShouldBeTrue();
        paused.Note.ShouldBe("Paused via .NET SDK");
        await handle.UnpauseAsync("go");
        (await handle.DescribeAsync()).Schedule.State.ShouldBe(new() { Note = "go" });

        await handle.UpdateAsync(_ => (ScheduleUpdate?)null);
        (await handle.DescribeAsync()).Info.LastUpdatedAt.ShouldBeNull();
        await handle.UpdateAsync(input => new(input.Description.Schedule with { Policy = new() { PauseOnFailure = true } }));

        var updated = await handle.DescribeAsync();
        updated.Schedule.Policy.PauseOnFailure.ShouldBeTrue();
        updated.Info.LastUpdatedAt.ShouldNotBeNull();
        var action = updated.Schedule.Action.ShouldBeOfType<ScheduleActionStartWorkflow>();
        (await ((IEncodedRawValue)action.Args.Single()!).ToValueAsync<string>()).ShouldBe("input");
        await handle.DeleteAsync();
    }

    [SkippableFact]
    public async Task Trigger_PausedSchedule_StartsWorkflow()
    {
        var handle = await Client.CreateScheduleAsync(_id, Daily() with { State = new() { Paused = true } });
        await handle.TriggerAsync();
        await EventuallyAsync(async () => (await handle.DescribeAsync()).Info.NumActions == 1);

        var info = (await handle.DescribeAsync()).Info;
        var started = info.RecentActions.ShouldHaveSingleItem().Action.ShouldBeOfType<ScheduleActionExecutionStartWorkflow>();
        started.WorkflowId.ShouldStartWith($"{_id}-wf-");
        info.RunningActions.ShouldBe([started]);
        (await Client.GetWorkflowHandle(started.WorkflowId).DescribeAsync()).WorkflowType.ShouldBe("Raw");
        await Client.GetWorkflowHandle(started.WorkflowId).TerminateAsync();
        await handle.DeleteAsync();
    }

    [SkippableFact]
    public async Task Backfill_PastDays_StartsOneEach()
    {
        var handle = await Client.CreateScheduleAsync(_id, Daily());
        await Should.ThrowAsync<ArgumentException>(() => handle.BackfillAsync([]));
        await handle.BackfillAsync(
        [
            new(
                new DateTime(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc),
                new DateTime(2024, 1, 3, 12, 0, 0, DateTimeKind.Utc),
                ScheduleOverlapPolicy.AllowAll),
        ]);
        await EventuallyAsync(async () => (await handle.DescribeAsync()).Info.NumActions == 2);
        await handle.DeleteAsync();
    }

    [SkippableFact]
    public async Task List_Schedules_ContainsIt()
    {
        var handle = await Client.CreateScheduleAsync(_id, Daily() with { State = new() { Note = "listed", Paused = true } });
        ScheduleListDescription? found = null;
        await EventuallyAsync(async () =>
        {
            await foreach (var listed in Client.ListSchedulesAsync())
            {
                found = listed.Id == _id && listed.Schedule is not null ? listed : found;
            }

            return found is not null;
        });
        found!.Schedule!.State.ShouldBe(new("listed", true));
        found.Schedule.Action.ShouldBe(new ScheduleListActionStartWorkflow("Raw"));
        await handle.DeleteAsync();
    }

    [SkippableTheory]
    [InlineData(nameof(WorkflowOptions.IdReusePolicy), "ID reuse")]
    [InlineData(nameof(WorkflowOptions.IdConflictPolicy), "ID conflict")]
    [InlineData(nameof(WorkflowOptions.CronSchedule), "Cron")]
    [InlineData(nameof(WorkflowOptions.StartSignal), "Start signal")]
    [InlineData(nameof(WorkflowOptions.Rpc), "RPC")]
    public async Task Create_OptionThatSchedulesLack_IsNamed(string option, string message)
    {
        var options = new WorkflowOptions("id", "queue");
        var property = typeof(WorkflowOptions).GetProperty(option)!;
        property.SetValue(options, option switch
        {
            nameof(WorkflowOptions.IdReusePolicy) => WorkflowIdReusePolicy.RejectDuplicate,
            nameof(WorkflowOptions.IdConflictPolicy) => WorkflowIdConflictPolicy.Fail,
            nameof(WorkflowOptions.Rpc) => new RpcOptions(),
            _ => "text",
        });
        (await Should.ThrowAsync<ArgumentException>(() =>
            Client.CreateScheduleAsync(_id, new(ScheduleActionStartWorkflow.Create("Raw", [], options), new()))))
            .Message.ShouldContain(message);
    }

    private Schedule Daily() => new(
        ScheduleActionStartWorkflow.Create("Raw", ["input"], new($"{_id}-wf", _id) { StaticSummary = "summary" }),
        new() { Calendars = [new()] });

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
