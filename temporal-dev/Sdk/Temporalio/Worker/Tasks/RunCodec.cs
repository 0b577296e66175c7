using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.History.V1;
using Temporalio.Converters;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Tasks;

/// <summary>Encodes and decodes the payloads of one run, in place. A codec that wants to know what a payload belongs to is told: those of an
/// activity or a child are theirs, all others the run's.</summary>
/// <param name="converter">Converter with the codec, if there is one.</param>
/// <param name="ns">Namespace.</param>
/// <param name="workflowId">Workflow id.</param>
/// <param name="workflowType">Workflow type.</param>
internal sealed class RunCodec(DataConverter converter, string ns, string workflowId, string workflowType)
{
    private readonly bool _isAware = converter.PayloadCodec is IWithSerializationContext<IPayloadCodec>;
    private readonly Dictionary<long, IPayloadCodec> _owners = [];

    private IPayloadCodec? Own => field ??= Of(new ISerializationContext.Workflow(ns, workflowId));

    /// <summary>Decodes events, each once and in order: later ones are known by those that they answer.</summary>
    public async Task DecodeAsync(IReadOnlyCollection<HistoryEvent> events)
    {
        if (!_isAware)
        {
            await PayloadCodecPass.DecodeAsync(Own, events);
            return;
        }

        foreach (var e in events)
        {
            await PayloadCodecPass.DecodeAsync(OfEvent(e), [e]);
        }
    }

    /// <summary>Decodes what belongs to the run itself.</summary>
    public Task DecodeAsync(IEnumerable<IMessage> messages) => PayloadCodecPass.DecodeAsync(Own, messages);

    /// <summary>Encodes what belongs to the run itself.</summary>
    public Task EncodeAsync(IMessage message) => PayloadCodecPass.EncodeAsync(Own, message);

    /// <summary>Encodes commands.</summary>
    public async Task EncodeAsync(IEnumerable<Command> commands)
    {
        foreach (var command in commands)
        {
            await PayloadCodecPass.EncodeAsync(_isAware ? OfCommand(command) : Own, command);
        }
    }

    private IPayloadCodec? OfCommand(Command command) => command.AttributesCase switch
    {
        Command.AttributesOneofCase.ScheduleActivityTaskCommandAttributes =>
            OfActivity(command.ScheduleActivityTaskCommandAttributes is var a ? (a.ActivityId, a.ActivityType.Name, a.TaskQueue?.Name) : default),
        Command.AttributesOneofCase.StartChildWorkflowExecutionCommandAttributes => OfRun(command.StartChildWorkflowExecutionCommandAttributes.WorkflowId),
        Command.AttributesOneofCase.SignalExternalWorkflowExecutionCommandAttributes =>
            OfRun(command.SignalExternalWorkflowExecutionCommandAttributes.Execution.WorkflowId),
        Command.AttributesOneofCase.RecordMarkerCommandAttributes =>
            OfMarker(command.RecordMarkerCommandAttributes.MarkerName, command.RecordMarkerCommandAttributes.Details),
        _ => Own,
    };

    private IPayloadCodec? OfEvent(HistoryEvent e) => e.AttributesCase switch
    {
        HistoryEvent.AttributesOneofCase.ActivityTaskScheduledEventAttributes => Remember(
            e,
            OfActivity(e.ActivityTaskScheduledEventAttributes is var a ? (a.ActivityId, a.ActivityType.Name, a.TaskQueue?.Name) : default)),
        HistoryEvent.AttributesOneofCase.ActivityTaskStartedEventAttributes => Known(e.ActivityTaskStartedEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.ActivityTaskCompletedEventAttributes => Known(e.ActivityTaskCompletedEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.ActivityTaskFailedEventAttributes => Known(e.ActivityTaskFailedEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.ActivityTaskTimedOutEventAttributes => Known(e.ActivityTaskTimedOutEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.ActivityTaskCanceledEventAttributes => Known(e.ActivityTaskCanceledEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.StartChildWorkflowExecutionInitiatedEventAttributes =>
            Remember(e, OfRun(e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId)),
        HistoryEvent.AttributesOneofCase.ChildWorkflowExecutionCompletedEventAttributes => Known(e.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId),
        HistoryEvent.AttributesOneofCase.ChildWorkflowExecutionFailedEventAttributes => Known(e.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId),
        HistoryEvent.AttributesOneofCase.ChildWorkflowExecutionCanceledEventAttributes => Known(e.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId),
        HistoryEvent.AttributesOneofCase.SignalExternalWorkflowExecutionInitiatedEventAttributes =>
            OfRun(e.SignalExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution.WorkflowId),
        HistoryEvent.AttributesOneofCase.MarkerRecordedEventAttributes =>
            OfMarker(e.MarkerRecordedEventAttributes.MarkerName, e.MarkerRecordedEventAttributes.Details),
        _ => Own,
    };

    private IPayloadCodec? Remember(HistoryEvent e, IPayloadCodec? codec) => codec == null ? null : _owners[e.EventId] = codec;

    private IPayloadCodec? Known(long asked) => _owners.GetValueOrDefault(asked) ?? Own;

    private IPayloadCodec? OfRun(string id) => Of(new ISerializationContext.Workflow(ns, id));

    private IPayloadCodec? OfActivity((string Id, string Type, string? TaskQueue) activity, bool isLocal = false) =>
        Of(new ISerializationContext.Activity(ns, activity.Id, workflowId, workflowType, activity.Type, activity.TaskQueue, isLocal));

    private IPayloadCodec? OfMarker(string name, IDictionary<string, Api.Common.V1.Payloads> details) =>
        LocalActivityMarker.ActivityOf(name, details) is var (id, type) ? OfActivity((id, type, null), isLocal: true) : Own;

    private IPayloadCodec? Of(ISerializationContext context) => converter.WithSerializationContext(context).PayloadCodec;
}
