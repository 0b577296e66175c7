using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A local activity: run by the worker within the workflow task, remembered by a marker.</summary>
internal sealed class LocalActivityMachine : Machine<LocalActivityMachine.States, LocalActivityMachine.Inputs, LocalActivityMachine>
{
    /// <summary>What a local activity may do.</summary>
    public static readonly TransitionTable<States, Inputs, LocalActivityMachine> Table = new(States.Created)
    {
        { States.Created, Inputs.Schedule, States.RequestSent, m => m._start() },
        { States.Created, Inputs.ScheduleReplaying, States.WaitingMarker },
        { States.WaitingMarker, Inputs.MarkerSeen, States.MarkerCommandCreated, m => m.ResolveAndEmitMarker() },
        { States.WaitingMarker, Inputs.ReplayEnded, States.RequestSent, m => m._start() },
        { States.WaitingMarker, Inputs.Cancel, States.MarkerCommandCreated, m => m.ResolveAndEmitMarker() },
        { States.RequestSent, Inputs.Finished, States.MarkerCommandCreated, m => m.ResolveAndEmitMarker() },
        { States.RequestSent, Inputs.Cancel, States.MarkerCommandCreated, m => m.ResolveAndEmitMarker() },
        { States.MarkerCommandCreated, Inputs.MarkerRecorded, States.MarkerRecorded },
    };

    private readonly Action _start;
    private readonly Action<LocalActivityResult> _resolve;
    private readonly UserMetadata? _metadata;
    private LocalActivityResult? _result;

    /// <summary>Makes a local activity that is not scheduled yet.</summary>
    /// <param name="run">The run.</param>
    /// <param name="sequence">Its number within the run.</param>
    /// <param name="start">Starts it on this worker.</param>
    /// <param name="resolve">Told how it ended, once.</param>
    /// <param name="metadata">Words shown with the marker; null for none.</param>
    public LocalActivityMachine(IMachineHost run, long sequence, Action start, Action<LocalActivityResult> resolve, UserMetadata? metadata)
        : base(Table, run)
    {
        Sequence = sequence;
        _start = start;
        _resolve = resolve;
        _metadata = metadata;
    }

    /// <summary>States of a local activity.</summary>
    public enum States
    {
        /// <summary>Made.</summary>
        Created,

        /// <summary>History is read again; its marker may follow.</summary>
        WaitingMarker,

        /// <summary>The worker runs it.</summary>
        RequestSent,

        /// <summary>It ended; the marker is in the queue.</summary>
        MarkerCommandCreated,

        /// <summary>The marker is in history.</summary>
        MarkerRecorded,
    }

    /// <summary>What moves a local activity.</summary>
    public enum Inputs
    {
        /// <summary>Code schedules it.</summary>
        Schedule,

        /// <summary>Code schedules it while history is read again.</summary>
        ScheduleReplaying,

        /// <summary>Its marker is seen ahead.</summary>
        MarkerSeen,

        /// <summary>History ends and its marker was not there.</summary>
        ReplayEnded,

        /// <summary>The worker has its result.</summary>
        Finished,

        /// <summary>Code gives it up.</summary>
        Cancel,

        /// <summary>MarkerRecorded.</summary>
        MarkerRecorded,
    }

    /// <summary>Its number within the run.</summary>
    public long Sequence { get; }

    /// <summary>Whether the worker runs it now.</summary>
    public bool IsRunning => State == States.RequestSent;

    /// <summary>It ended on this worker, or by code giving it up, or as history remembers.</summary>
    public void End(Inputs how, LocalActivityResult result)
    {
        _result = result;
        Move(how);
    }

    /// <inheritdoc/>
    public override bool Records(HistoryEvent recorded) =>
        recorded.EventType == EventType.MarkerRecorded && LocalActivityMarker.Is(recorded);

    /// <inheritdoc/>
    public override void OnRecorded(HistoryEvent recorded)
    {
        var recordedResult = LocalActivityMarker.Read(recorded);
        Nondeterminism.RequireSame("Local activity number", $"{recordedResult.Sequence}", $"{Sequence}", recorded);
        Nondeterminism.RequireSame("Activity type", recordedResult.ActivityType, _result!.ActivityType, recorded);
        Move(Inputs.MarkerRecorded, recorded);
    }

    private void ResolveAndEmitMarker()
    {
        var result = _result!;
        Run.Commands.Add(LocalActivityMarker.Write(result, _metadata), this);
        Run.Jobs.AddLocalResult(() => _resolve(result));
    }
}
