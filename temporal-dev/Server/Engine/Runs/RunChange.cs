using System.Collections.Immutable;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>A change of one run that is being made: a copy of its state, the events written, and what follows from them.</summary>
internal sealed class RunChange
{
    private readonly List<HistoryEvent> _written = [];
    private readonly List<OutboxTask> _outbox = [];
    private readonly List<Action> _effects = [];
    private readonly StartedEvents _starts = new();

    public RunChange(RunState state, RunState? before, LiveRun live, DateTimeOffset now)
    {
        State = state;
        Before = before;
        Live = live;
        Now = now;
    }

    /// <summary>The copy that is worked on.</summary>
    public RunState State { get; }

    /// <summary>State as it is stored; null for a new run.</summary>
    public RunState? Before { get; }

    /// <summary>Those who wait for this run. Touch it from effects only.</summary>
    public LiveRun Live { get; }

    public DateTimeOffset Now { get; }

    public RunKey Key => State.Key;

    public IReadOnlyList<HistoryEvent> Written => _written;

    public IReadOnlyList<OutboxTask> Outbox => _outbox;

    public IReadOnlyList<Action> Effects => _effects;

    /// <summary>Summary and details for the event that is written next, and for none after it.</summary>
    public UserMetadata? NextMetadata { get; set; }

    /// <summary>Records an event. One that came from outside waits for the end of a started workflow task; its id is zero until then.</summary>
    public HistoryEvent Write(EventType type, Action<HistoryEvent> fill)
    {
        var written = new HistoryEvent { EventType = type, EventTime = Timestamp.FromDateTimeOffset(Now), UserMetadata = NextMetadata };
        NextMetadata = null;
        fill(written);
        if (BufferedEvents.Waits(type))
        {
            State.Buffered = State.Buffered.Add(written);
        }
        else
        {
            Append(written);
        }

        return written;
    }

    /// <summary>Repeats an event of another run, time and all.</summary>
    public void Copy(HistoryEvent other) => Append(other.Clone());

    /// <summary>Writes the events that waited. Only while no workflow task is started.</summary>
    public void Flush()
    {
        var waiting = State.Buffered;
        if (waiting.IsEmpty)
        {
            return;
        }

        State.Buffered = [];
        var areOwn = Before is null || Before.Buffered.IsEmpty;
        foreach (var buffered in BufferedEvents.InOrder(waiting))
        {
            // A stored event is never written to: the copy gets the id.
            Append(areOwn ? buffered : buffered.Clone());
        }
    }

    /// <summary>Whether an event came with this change; others waited already.</summary>
    public bool IsOwn(HistoryEvent waiting) => Before is null || !Before.Buffered.Contains(waiting);

    /// <summary>What is to be done outside this run once it is committed.</summary>
    public void Then(OutboxTask task) => _outbox.Add(task);

    /// <summary>Runs after the commit, outside the lock: answers to callers.</summary>
    public void Afterwards(Action effect) => _effects.Add(effect);

    /// <summary>Brings the change into the shape that is stored.</summary>
    public void Seal()
    {
        if (!State.IsRunning)
        {
            State.Buffered = [];
        }
        else if (State.Task is not { IsStarted: true })
        {
            Flush();
        }

        State.Transitions++;
    }

    private void Append(HistoryEvent written)
    {
        written.EventId = State.NextEventId++;
        written.TaskId = EventTaskIds.Next();
        _starts.Wire(written);
        if (written.EventType == EventType.ChildWorkflowExecutionStarted)
        {
            NoteChildStart(written);
        }

        State.HistorySizeBytes += written.CalculateSize();
        _written.Add(written);
    }

    private void NoteChildStart(HistoryEvent written)
    {
        var initiated = written.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId;
        if (State.Children.TryGetValue(initiated, out var child))
        {
            State.Put(child with { StartedEventId = written.EventId });
        }
    }
}
