using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Worker.Histories;
using Temporalio.Worker.Instances;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Tasks;

/// <summary>One run in memory: its code, its machines, and how far in history it is.</summary>
/// <param name="settings">What the code gets.</param>
/// <param name="activations">Runs it.</param>
/// <param name="localActivities">Its local activities.</param>
internal sealed class WorkflowRun(WorkflowInstanceSettings settings, Activations activations, RunLocalActivities localActivities)
{
    private long _eventsBeforeTask;

    /// <summary>The code.</summary>
    public WorkflowInstance Instance { get; } = new(settings);

    /// <summary>Encodes and decodes what it sends and gets.</summary>
    public RunCodec Codec { get; } = new(settings.DataConverter, settings.Namespace, settings.WorkflowId, settings.WorkflowType);

    /// <summary>Local activities of the run.</summary>
    public RunLocalActivities LocalActivities { get; } = localActivities;

    /// <summary>Last event that the code has seen.</summary>
    public long LastEventId { get; private set; }

    /// <summary>Whether flags were sent with a completion or found in history.</summary>
    public bool HasFlags { get; set; }

    private RunMachines Machines => Instance.Machines;

    /// <summary>Takes history and lets the code run, chunk by chunk.</summary>
    /// <param name="events">Events after <see cref="LastEventId"/>; earlier ones are dropped.</param>
    /// <param name="previousStartedEventId">Start of the last task that was completed; chunks up to it are replayed.</param>
    /// <param name="messages">Messages for the last chunk.</param>
    /// <param name="applyTail">Whether events after the last task are compared with the commands, as in a replay of a closed run.</param>
    public async Task ApplyAsync(
        IEnumerable<HistoryEvent> events, long previousStartedEventId, IReadOnlyCollection<Message> messages, bool applyTail = false)
    {
        var fresh = events.SkipWhile(e => e.EventId <= LastEventId).ToList();
        if (LastEventId == 0)
        {
            Instance.Logic = RunLogic.Of(fresh);
        }

        HasFlags |= fresh.Exists(e => e.WorkflowTaskCompletedEventAttributes?.SdkMetadata?.LangUsedFlags.Count > 0);
        foreach (var chunk in HistoryChunk.Cut(fresh))
        {
            if (chunk.IsTail && !applyTail)
            {
                return;
            }

            // What was sent for the chunk before counts as recorded from here on.
            var isReplaying = chunk.IsTail || chunk.LastEventId <= previousStartedEventId;
            Machines.Commands.KeepsWhatFollowsTheEnd = !isReplaying || Instance.Logic.DoesEndGoLast;
            await activations.RunAsync(settings.RunId, () =>
            {
                Machines.Apply(chunk, isReplaying, messages);
                if (!chunk.IsTail)
                {
                    Instance.Activate();
                }
            });
            _eventsBeforeTask = chunk.LastEventId - 2;
            LastEventId = chunk.LastEventId;
            if (isReplaying)
            {
                Machines.Commands.Send();
                Machines.TakeMessages();
            }
        }
    }

    /// <summary>Waits for the next local activity to end and lets the code run on.</summary>
    public async Task ContinueAfterLocalActivityAsync(CancellationToken cancellationToken)
    {
        var result = await LocalActivities.NextResultAsync(cancellationToken);
        await activations.RunAsync(settings.RunId, () =>
        {
            Machines.Finish(result);
            Instance.Activate();
        });
    }

    /// <summary>Answers queries.</summary>
    public async Task<Dictionary<string, WorkflowQueryResult>> AnswerAsync(IEnumerable<KeyValuePair<string, WorkflowQuery>> queries)
    {
        var answers = new Dictionary<string, WorkflowQueryResult>(StringComparer.Ordinal);
        await activations.RunAsync(settings.RunId, () =>
        {
            foreach (var (id, query) in queries)
            {
                answers.Add(id, Instance.Queries.Answer(id, query));
            }
        });
        return answers;
    }

    /// <summary>The server forgot the last task, which brought only updates that were refused: its two events will be used anew.</summary>
    public void ForgetLastTask()
    {
        LastEventId = _eventsBeforeTask;
        Machines.Task.Move(WorkflowTaskMachine.Inputs.Forgotten);
    }
}
