using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>One workflow task after the other: what time it is, how long history is, and whether a reset changed the random seed.</summary>
internal sealed class WorkflowTaskMachine : Machine<WorkflowTaskMachine.States, WorkflowTaskMachine.Inputs, WorkflowTaskMachine>
{
    /// <summary>What a task may do; the next one begins where the last has ended.</summary>
    public static readonly TransitionTable<States, Inputs, WorkflowTaskMachine> Table = new(States.Idle)
    {
        { States.Idle, Inputs.Scheduled, States.Scheduled },
        { States.Scheduled, Inputs.Started, States.Started, m => m.OnStarted() },
        { States.Scheduled, Inputs.TimedOut, States.Idle },
        { States.Scheduled, Inputs.Failed, States.Idle, m => m.OnFailed() },
        { States.Started, Inputs.Completed, States.Idle },
        { States.Started, Inputs.TimedOut, States.Idle },
        { States.Started, Inputs.Failed, States.Idle, m => m.OnFailed() },
        { States.Started, Inputs.Forgotten, States.Idle },
    };

    private readonly Action<string> _reseed;

    /// <summary>Makes the machine.</summary>
    /// <param name="run">The run.</param>
    /// <param name="reseed">Told the new run id after a reset.</param>
    public WorkflowTaskMachine(IMachineHost run, Action<string> reseed)
        : base(Table, run) => _reseed = reseed;

    /// <summary>States between and within tasks.</summary>
    public enum States
    {
        /// <summary>No task.</summary>
        Idle,

        /// <summary>Waits for a worker.</summary>
        Scheduled,

        /// <summary>A worker has it.</summary>
        Started,
    }

    /// <summary>What moves tasks.</summary>
    public enum Inputs
    {
        /// <summary>WorkflowTaskScheduled.</summary>
        Scheduled,

        /// <summary>WorkflowTaskStarted.</summary>
        Started,

        /// <summary>WorkflowTaskCompleted.</summary>
        Completed,

        /// <summary>WorkflowTaskFailed.</summary>
        Failed,

        /// <summary>WorkflowTaskTimedOut.</summary>
        TimedOut,

        /// <summary>The server never wrote it down.</summary>
        Forgotten,
    }

    /// <summary>Event id of the last start.</summary>
    public long StartedEventId { get; private set; }

    /// <summary>Workflow time; never goes back.</summary>
    public DateTime Time { get; private set; } = DateTime.UnixEpoch;

    /// <summary>Size of history at the last start, in bytes.</summary>
    public long HistorySize { get; private set; }

    /// <summary>Whether the server advises to continue as new.</summary>
    public bool ContinueAsNewSuggested { get; private set; }

    /// <summary>Why it does.</summary>
    public IReadOnlyCollection<SuggestContinueAsNewReason> SuggestReasons { get; private set; } = [];

    /// <summary>Moves time on, as the end of a local activity does.</summary>
    public void Advance(DateTime time) => Time = time > Time ? time : Time;

    /// <summary>No command belongs to a task.</summary>
    public override bool Records(HistoryEvent recorded) => false;

    /// <inheritdoc/>
    public override void OnRecorded(HistoryEvent recorded) => throw Nondeterminism.NotAsked(recorded);

    private void OnStarted()
    {
        var started = Event!.WorkflowTaskStartedEventAttributes ?? new();
        StartedEventId = Event.EventId;
        Advance(Event.EventTime?.ToDateTime() ?? Time);
        HistorySize = started.HistorySizeBytes;
        ContinueAsNewSuggested = started.SuggestContinueAsNew;
        SuggestReasons = started.SuggestContinueAsNewReasons;
    }

    private void OnFailed()
    {
        if (Event?.WorkflowTaskFailedEventAttributes is { Cause: WorkflowTaskFailedCause.ResetWorkflow, NewRunId.Length: > 0 } reset)
        {
            _reseed(reset.NewRunId);
        }
    }
}
