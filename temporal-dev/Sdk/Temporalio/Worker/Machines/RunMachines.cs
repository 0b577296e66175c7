using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Worker.Histories;

namespace Temporalio.Worker.Machines;

/// <summary>All machines of one run: takes history events and messages, keeps commands, and says what the code is to be told.</summary>
internal sealed class RunMachines : IMachineHost, IMessageOutbox
{
    private readonly IRunCode _code;
    private readonly EventRouter _router;
    private readonly Dictionary<string, Request> _admitted = new(StringComparer.Ordinal);
    private readonly List<Message> _outgoing = [];
    private readonly SortedDictionary<long, LocalActivityMachine> _localActivities = [];
    private readonly Queue<LocalActivityResult> _localMarkers = new();
    private readonly Dictionary<string, bool> _patchMarkers = new(StringComparer.Ordinal);
    private bool _afterCompletion;

    /// <summary>Makes the machines of a run.</summary>
    /// <param name="code">The code of the run.</param>
    public RunMachines(IRunCode code)
    {
        _code = code;
        Task = new(this, code.Reseed);
        _router = new(this);
    }

    /// <inheritdoc/>
    public CommandQueue Commands { get; } = new();

    /// <inheritdoc/>
    public ActivationJobs Jobs { get; } = new();

    /// <summary>Time and size of history.</summary>
    public WorkflowTaskMachine Task { get; }

    /// <summary>Whether the current chunk was activated before, on this worker or another.</summary>
    public bool IsReplaying { get; private set; }

    /// <summary>Whether local activities run on this worker for this run.</summary>
    public bool HasRunningLocalActivities => _localActivities.Values.Any(a => a.IsRunning);

    /// <summary>Takes the events of a chunk.</summary>
    /// <param name="chunk">Events.</param>
    /// <param name="isReplaying">Whether it was activated before.</param>
    /// <param name="messages">Messages that came with the task; only for a chunk that was not activated before.</param>
    /// <exception cref="Exceptions.WorkflowNondeterminismException">Code and history disagree.</exception>
    public void Apply(HistoryChunk chunk, bool isReplaying, IEnumerable<Message> messages)
    {
        IsReplaying = isReplaying;
        var fresh = new List<string>();
        LookAhead(chunk.Ahead);
        foreach (var e in chunk.Events)
        {
            Apply(e, fresh);
        }

        RequireCommandsRecorded();
        AddKnownUpdates(chunk.Ahead);
        if (!isReplaying)
        {
            AddMessages(messages);
            AddAdmitted(fresh);
            EndReplayOfLocalActivities();
        }

        ResolveMarkedLocalActivities();
    }

    /// <summary>Whether history has the marker of a patch, now or right ahead.</summary>
    public bool HasPatchMarker(string patchId) => _patchMarkers.ContainsKey(patchId);

    /// <summary>Adds a local activity that code has just scheduled, and starts it unless history knows better.</summary>
    public void Add(LocalActivityMachine activity)
    {
        _localActivities.Add(activity.Sequence, activity);
        activity.Move(IsReplaying ? LocalActivityMachine.Inputs.ScheduleReplaying : LocalActivityMachine.Inputs.Schedule);
    }

    /// <summary>Tells the code of the local activity whose marker comes next in history, if it was scheduled.</summary>
    public void ResolveMarkedLocalActivities()
    {
        while (_localMarkers.TryPeek(out var marker) && _localActivities.TryGetValue(marker.Sequence, out var activity) &&
            activity.State == LocalActivityMachine.States.WaitingMarker)
        {
            _localMarkers.Dequeue();
            if (marker.CompleteTime is { } time)
            {
                Task.Advance(time);
            }

            activity.End(LocalActivityMachine.Inputs.MarkerSeen, marker);
        }
    }

    /// <summary>A local activity ended on this worker. Nothing happens if code has given it up meanwhile.</summary>
    public void Finish(LocalActivityResult result)
    {
        if (_localActivities.TryGetValue(result.Sequence, out var activity) && activity.IsRunning)
        {
            Task.Advance(result.CompleteTime ?? Task.Time);
            activity.End(LocalActivityMachine.Inputs.Finished, result);
        }
    }

    /// <inheritdoc/>
    public void RequestCancelExternal(RequestCancelExternalWorkflowExecutionCommandAttributes attributes, Action<Failure?> resolve)
    {
        var command = new Command
        {
            CommandType = CommandType.RequestCancelExternalWorkflowExecution,
            RequestCancelExternalWorkflowExecutionCommandAttributes = attributes,
        };
        new CancelExternalMachine(this, command, resolve).Move(ExternalRequestMachine.Inputs.Send);
    }

    /// <inheritdoc/>
    public void Send(Message message) => _outgoing.Add(message);

    /// <summary>Takes the messages to the server.</summary>
    public List<Message> TakeMessages()
    {
        var messages = new List<Message>(_outgoing);
        _outgoing.Clear();
        return messages;
    }

    private void Apply(HistoryEvent e, List<string> freshUpdates)
    {
        if (CommandEvents.Is(e.EventType))
        {
            if (!IsUnaskedDeprecatedPatch(e))
            {
                _router.Record(e);
            }

            return;
        }

        if (_afterCompletion)
        {
            RequireCommandsRecorded();
        }

        switch (e.EventType)
        {
            case EventType.WorkflowExecutionStarted:
                _code.Start(e);
                break;
            case EventType.WorkflowTaskCompleted:
                _afterCompletion = true;
                Task.Move(WorkflowTaskMachine.Inputs.Completed, e);
                break;
            case EventType.WorkflowExecutionSignaled:
                var signal = e.WorkflowExecutionSignaledEventAttributes;
                Jobs.AddMessage(e.EventId, () => _code.Signal(signal));
                break;
            case EventType.WorkflowExecutionCancelRequested:
                Jobs.AddResult(_code.RequestCancel);
                break;
            case EventType.WorkflowExecutionUpdateAdmitted:
                var request = e.WorkflowExecutionUpdateAdmittedEventAttributes.Request;
                _admitted[request.Meta.UpdateId] = request;
                freshUpdates.Add(request.Meta.UpdateId);
                break;
            default:
                _router.Route(e);
                break;
        }
    }

    private void RequireCommandsRecorded()
    {
        if (_afterCompletion)
        {
            _afterCompletion = false;
            Commands.RequireAllRecorded();
        }
    }

    // The marker of a deprecated patch stays in old histories after the code has forgotten the patch.
    private bool IsUnaskedDeprecatedPatch(HistoryEvent e) =>
        PatchMarker.TryRead(e, out _, out var deprecated) && deprecated && !Commands.NextRecords(e);

    private void LookAhead(IReadOnlyList<HistoryEvent> ahead)
    {
        foreach (var e in ahead)
        {
            if (PatchMarker.TryRead(e, out var id, out var deprecated))
            {
                _patchMarkers[id] = deprecated;
            }
            else if (LocalActivityMarker.Is(e))
            {
                _localMarkers.Enqueue(LocalActivityMarker.Read(e));
            }
        }
    }

    private void AddKnownUpdates(IReadOnlyList<HistoryEvent> ahead)
    {
        foreach (var e in ahead)
        {
            if (e.EventType != EventType.WorkflowExecutionUpdateAccepted)
            {
                continue;
            }

            var accepted = e.WorkflowExecutionUpdateAcceptedEventAttributes;
            var request = accepted.AcceptedRequest ?? _admitted.GetValueOrDefault(accepted.ProtocolInstanceId)
                ?? throw Nondeterminism.Error($"No request for accepted update: {Nondeterminism.Describe(e)}");
            _admitted.Remove(accepted.ProtocolInstanceId);
            AddUpdate(
                new(accepted.ProtocolInstanceId, accepted.AcceptedRequestMessageId, accepted.AcceptedRequestSequencingEventId, request),
                isReplaying: true);
        }
    }

    private void AddMessages(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
        {
            if (message.Body.Is(Request.Descriptor))
            {
                AddUpdate(new(message.ProtocolInstanceId, message.Id, message.EventId, message.Body.Unpack<Request>()), isReplaying: false);
            }
        }
    }

    // After a reset updates come as events only, without a message.
    private void AddAdmitted(List<string> updateIds)
    {
        foreach (var id in updateIds)
        {
            if (_admitted.Remove(id, out var request))
            {
                AddUpdate(new(id, $"{id}/request", Task.StartedEventId - 1, request), isReplaying: false);
            }
        }
    }

    private void AddUpdate(UpdateRequest request, bool isReplaying)
    {
        var machine = new UpdateMachine(this, request, this);
        Jobs.AddMessage(request.SequencingEventId, () => _code.Update(machine, request, isReplaying));
    }

    private void EndReplayOfLocalActivities()
    {
        if (_localActivities.Count == 0)
        {
            return;
        }

        var known = _localMarkers.Select(m => m.Sequence).ToHashSet();
        foreach (var activity in _localActivities.Values)
        {
            if (activity.State == LocalActivityMachine.States.WaitingMarker && !known.Contains(activity.Sequence))
            {
                activity.Move(LocalActivityMachine.Inputs.ReplayEnded);
            }
        }
    }
}
