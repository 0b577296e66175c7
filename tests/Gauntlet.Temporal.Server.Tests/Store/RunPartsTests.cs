using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.State.Lifecycles;
using Gauntlet.Temporal.Server.Store.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Tests.Store;

public class RunPartsTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 678, 901, TimeSpan.Zero);

    [Fact]
    public void State_WithEverythingInIt_SurvivesBeingStored()
    {
        var state = Full();
        foreach (var property in typeof(RunState).GetProperties().Where(p => p.CanWrite))
        {
            var empty = property.GetValue(Empty());
            property.GetValue(state).ShouldNotBe(empty, $"{property.Name} is new: set it here, and store it in RunHead, RunOrigin or RunParts");
        }

        Show(Stored(state)).ShouldBe(Show(state));
    }

    [Fact]
    public void Changes_FromOneStateToAnother_AreWhatDiffersAndNoMore()
    {
        var before = Full();
        var after = before.Copy();
        RunParts.Changes(before, after).ShouldBeEmpty();

        after.Timers = after.Timers.Remove("timer").Add("other", new("other", 9, Time));
        after.Buffered = [after.Buffered[0]];
        after.SignalRequestIds = after.SignalRequestIds.Add("more");
        after.Memo = null;

        RunParts.Changes(before, after).Select(part => (part.Kind, part.Key, part.Data is null)).ShouldBe(
            [
                (PartKind.Timer, "other", false), (PartKind.Timer, "timer", true), (PartKind.Buffered, "000001", true), (PartKind.Memo, string.Empty, true),
                (PartKind.SignalRequest, "more", false),
            ],
            ignoreOrder: true);
    }

    private static RunState Stored(RunState state)
    {
        var stored = StoreJson.Read<RunHead>(StoreJson.Write(RunHead.Of(state))).ToState(state.Key, StoreJson.Read<RunOrigin>(StoreJson.Write(RunOrigin.Of(state))));
        foreach (var part in RunParts.Changes(null, state)) RunParts.Put(stored, part);
        return stored;
    }

    // Everything by its value; sets and maps in order of their keys.
    private static string Show(RunState state) => string.Join('\n', typeof(RunState).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite).OrderBy(p => p.Name, StringComparer.Ordinal)
        .Select(p => $"{p.Name}: {JsonSerializer.Serialize(p.GetValue(state), p.PropertyType, StoreJson.Options)}"));

    private static RunState Empty() => new() { Key = default, Start = new(), StartTime = default, StartRequestId = string.Empty };

    private static Payloads Payloads(string text) => new() { Payloads_ = { new Payload { Data = ByteString.CopyFromUtf8(text) } } };

    private static RunState Full() => new()
    {
        Key = new("default", "wf", "run"),
        Start = new() { WorkflowType = new() { Name = "Flow" }, Input = Payloads("in") },
        StartTime = Time,
        StartRequestId = "start",
        Metadata = new() { Summary = new() { Data = ByteString.CopyFromUtf8("summary") } },
        Status = WorkflowExecutionStatus.Terminated,
        CloseTime = Time,
        NextEventId = 7,
        HistorySizeBytes = 8,
        Transitions = 9,
        Task = new()
        {
            Kind = WorkflowTaskKind.Speculative, Stamp = "stamp", ScheduledEventId = 5, StartedEventId = 6, Attempt = 2, ScheduledTime = Time, OriginalScheduledTime = Time,
            StartedTime = Time, StartToClose = TimeSpan.FromSeconds(10), ScheduleToStart = TimeSpan.FromSeconds(5), Queue = new() { Name = "q" }, RequestId = "r", Identity = "me",
            HistorySizeBytes = 3, SuggestContinueAsNew = true,
        },
        LastCompletedTaskStartedId = 3,
        Sticky = new("sticky", TimeSpan.FromSeconds(5)),
        Activities = ImmutableSortedDictionary<long, PendingActivity>.Empty.Add(5, new()
        {
            ScheduledEventId = 5, Scheduled = new() { ActivityId = "a" }, Stamp = "s", TaskQueue = "q", Timeouts = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)),
            RetryPolicy = new() { MaximumAttempts = 3 }, Attempt = 2, ScheduledTime = Time, AttemptScheduledTime = Time, StartedTime = Time, HeartbeatDetails = Payloads("beat"),
            LastFailure = new() { Message = "m" }, RetryDue = Time, Pause = new(Time, "me", "why"), CancelRequestedEventId = 4, ResetRequested = true,
            LastVersion = new("shop", "1"),
        }),
        Timers = ImmutableDictionary<string, PendingTimer>.Empty.Add("timer", new("timer", 4, Time)),
        Children = ImmutableSortedDictionary<long, PendingChild>.Empty.Add(6, new() { InitiatedEventId = 6, Initiated = new() { WorkflowId = "c" }, RequestId = "r", StartedEventId = 7, RunId = "child" }),
        Signals = ImmutableSortedDictionary<long, PendingSignal>.Empty.Add(7, new(7, new() { SignalName = "s" }, "r")),
        Cancels = ImmutableSortedDictionary<long, PendingCancel>.Empty.Add(8, new(8, new() { Reason = "because" }, "r")),
        NexusOperations = ImmutableSortedDictionary<long, PendingNexusOperation>.Empty.Add(9, new()
        {
            ScheduledEventId = 9, Scheduled = new() { Endpoint = "e", ScheduleToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromHours(1)) }, ScheduledTime = Time, Stamp = "s", IsStarted = true, Token = "t",
            Attempts = new() { Count = 2, LastCompleteTime = Time, LastFailure = new() { Message = "m" }, RetryDue = Time },
            Cancellation = new() { RequestedEventId = 10, Stage = NexusCancellationStage.BackingOff, RequestedTime = Time, Stamp = "c", Attempts = new() { Count = 1 } },
        }),
        Callbacks = ImmutableSortedDictionary<long, CompletionCallback>.Empty.Add(1, new()
        {
            Callback = new() { Nexus = new() { Url = "http://here/", Header = { ["k"] = "v" } } }, Links = [new() { BatchJob = new() { JobId = "j" } }], RegistrationTime = Time,
            Stage = CallbackStage.Failed, Attempt = 1, LastAttemptCompleteTime = Time, LastFailure = new() { Message = "gone" },
        }),
        Updates = ImmutableDictionary<string, UpdateEntry>.Empty.Add("u", new()
        {
            Id = "u", Stage = UpdateStage.Completed, Order = 1, Request = new() { Meta = new() { UpdateId = "u" } }, AdmittedByEvent = true, AcceptedEventId = 4, Outcome = new() { Success = Payloads("out") },
        }),
        UpdateCount = 1,
        Buffered = [new() { EventType = EventType.TimerFired }, new() { EventType = EventType.WorkflowExecutionSignaled, EventTime = Timestamp.FromDateTimeOffset(Time) }],
        SignalRequestIds = RequestIds.None().Add("signal"),
        SignalCount = 2,
        Requests = ImmutableDictionary<string, RequestTrace>.Empty.Add("start", new(EventType.WorkflowExecutionStarted, 1)),
        CancelRequested = true,
        CancelRequestId = "cancel",
        Memo = new() { Fields = { ["m"] = new Payload { Data = ByteString.CopyFromUtf8("1") } } },
        SearchAttributes = new() { IndexedFields = { ["s"] = new Payload { Data = ByteString.CopyFromUtf8("2") } } },
        FirstTaskDue = Time,
        AwaitsParent = true,
        RunExpiration = Time,
        ExecutionExpiration = Time,
        ResetPoints = [new ResetPointInfo { RunId = "run", FirstWorkflowTaskCompletedId = 4 }],
        IsClosing = true,
        ResetRunId = "reset",
        LastResetTime = Time,
        BuildId = "build",
        WorkerDeployment = "shop",
        Versioning = new()
        {
            Behavior = VersioningBehavior.AutoUpgrade, Version = new("shop", "1"), Transition = new(new("shop", "2")), Override = new() { AutoUpgrade = true },
        },
        NewRunId = "next",
    };
}
