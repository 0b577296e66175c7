using System.Runtime.CompilerServices;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Runtime;
using Temporalio.Worker.Tasks;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>Runs workflow code against histories, to see whether it still does what it did then.</summary>
public class WorkflowReplayer
{
    private readonly WorkerRegistry<WorkflowDefinition> _workflows;
    private readonly Activations _activations;

    /// <summary>Makes a replayer.</summary>
    /// <param name="options">Options; copied.</param>
    /// <exception cref="ArgumentException">No workflow, a name twice, or a type that cannot be instantiated.</exception>
    public WorkflowReplayer(WorkflowReplayerOptions options)
    {
        Options = WorkerPlugins.Configure(options);
        if (Options.Workflows.Count == 0)
        {
            throw new ArgumentException("Must have at least one workflow", nameof(options));
        }

        _workflows = WorkerRegistry.Workflows(Options.Workflows);
        _activations = new(Options.DebugMode);
    }

    /// <summary>The options, as copied.</summary>
    public WorkflowReplayerOptions Options { get; }

    /// <summary>Replays a history.</summary>
    /// <param name="history">The history, complete or not.</param>
    /// <param name="throwOnReplayFailure">Whether a failed replay is thrown.</param>
    /// <param name="cancellationToken">Keeps it from beginning.</param>
    /// <exception cref="WorkflowNondeterminismException">Code and history disagree.</exception>
    /// <exception cref="InvalidWorkflowOperationException">The code failed in a way that fails a workflow task.</exception>
    public async Task<WorkflowReplayResult> ReplayWorkflowAsync(
        WorkflowHistory history, bool throwOnReplayFailure = true, CancellationToken cancellationToken = default)
    {
        var results = await ReplayWorkflowsAsync([history], throwOnReplayFailure, cancellationToken);
        return results.Single();
    }

    /// <summary>Replays histories.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="throwOnReplayFailure">Whether the first failed replay is thrown.</param>
    /// <param name="cancellationToken">Stops between two.</param>
    public Task<IEnumerable<WorkflowReplayResult>> ReplayWorkflowsAsync(
        IEnumerable<WorkflowHistory> histories, bool throwOnReplayFailure = false, CancellationToken cancellationToken = default) =>
        WorkerPlugins.ReplayAsync(
            this,
            async (replayer, token) =>
            {
                var results = new List<WorkflowReplayResult>();
                foreach (var history in histories)
                {
                    results.Add(await replayer.ReplayOneAsync(history, throwOnReplayFailure, token));
                }

                return results;
            },
            cancellationToken);

    /// <summary>Replays histories as they come.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="throwOnReplayFailure">Whether the first failed replay is thrown.</param>
    /// <param name="cancellationToken">Stops between two.</param>
    public IAsyncEnumerable<WorkflowReplayResult> ReplayWorkflowsAsync(
        IAsyncEnumerable<WorkflowHistory> histories,
        bool throwOnReplayFailure = false,
        CancellationToken cancellationToken = default) =>
        WorkerPlugins.Replay(this, replayer => replayer.ReplayEachAsync(histories, throwOnReplayFailure, cancellationToken), cancellationToken);

    private static string RunIdOf(WorkflowExecutionStartedEventAttributes started) =>
        started.OriginalExecutionRunId.Length > 0 ? started.OriginalExecutionRunId : "replay-run";

    private async IAsyncEnumerable<WorkflowReplayResult> ReplayEachAsync(
        IAsyncEnumerable<WorkflowHistory> histories, bool throwOnReplayFailure, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var history in histories.WithCancellation(cancellationToken))
        {
            yield return await ReplayOneAsync(history, throwOnReplayFailure, cancellationToken);
        }
    }

    private async Task<WorkflowReplayResult> ReplayOneAsync(WorkflowHistory history, bool throwOnReplayFailure, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await ReplayAsync(history);
            return new(history, null);
        }
        catch (Exception e) when (!throwOnReplayFailure || e is not TemporalException)
        {
            var failure = e as InvalidWorkflowOperationException ?? new InvalidWorkflowOperationException(e.Message);
            return throwOnReplayFailure ? throw failure : new(history, failure);
        }
    }

    private async Task ReplayAsync(WorkflowHistory history)
    {
        if (history.Events.FirstOrDefault() is not { EventType: EventType.WorkflowExecutionStarted } first)
        {
            throw new InvalidWorkflowOperationException($"History of {history.Id} does not begin with WorkflowExecutionStarted");
        }

        var run = Create(history.Id, first.WorkflowExecutionStartedEventAttributes);
        var events = history.Events;
        if (Options.DataConverter.PayloadCodec != null)
        {
            // Decoding changes events in place, and these are the caller's.
            events = [.. events.Select(e => e.Clone())];
            await run.Codec.DecodeAsync(events);
        }

        await run.ApplyAsync(events, long.MaxValue, [], applyTail: true);
    }

    private WorkflowRun Create(string workflowId, WorkflowExecutionStartedEventAttributes started)
    {
        var type = started.WorkflowType.Name;
        var local = new RunLocalActivities(null);
        return new(
            new()
            {
                Definition = _workflows.Find(type) ?? throw new InvalidWorkflowOperationException(_workflows.Missing(type)),
                Namespace = Options.Namespace,
                TaskQueue = Options.TaskQueue,
                WorkflowId = workflowId,
                RunId = RunIdOf(started),
                WorkflowType = type,
                DataConverter = Options.DataConverter,
                Interceptors = Options.Interceptors ?? [],
                LoggerFactory = Options.LoggerFactory,
                MetricMeter = (Options.Runtime ?? TemporalRuntime.Default).MetricMeter,
                FailureExceptionTypes = Options.WorkflowFailureExceptionTypes ?? [],
                BuildId = Options.BuildId ?? string.Empty,
                IsSchedulerChecked = !Options.DisableWorkflowTracingEventListener,
                LocalActivities = local,
            },
            _activations,
            local);
    }
}
