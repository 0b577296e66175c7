namespace Temporalio.Worker;

/// <summary>Changes what workers and replayers know, and wraps their run.</summary>
public interface ITemporalWorkerPlugin
{
    /// <summary>Name, for people.</summary>
    string Name { get; }

    /// <summary>Changes the options of a worker that is being made.</summary>
    /// <param name="options">A copy, to be changed.</param>
    void ConfigureWorker(TemporalWorkerOptions options);

    /// <summary>Runs a worker.</summary>
    /// <typeparam name="TResult">What the run returns.</typeparam>
    /// <param name="worker">The worker.</param>
    /// <param name="continuation">The next plugin's part, in the end the run itself.</param>
    /// <param name="stoppingToken">Stops the worker; to be handed on.</param>
    /// <returns>What the run returns.</returns>
    Task<TResult> RunWorkerAsync<TResult>(
        TemporalWorker worker, Func<TemporalWorker, CancellationToken, Task<TResult>> continuation, CancellationToken stoppingToken);

    /// <summary>Changes the options of a replayer that is being made.</summary>
    /// <param name="options">A copy, to be changed.</param>
    void ConfigureReplayer(WorkflowReplayerOptions options);

    /// <summary>Replays histories.</summary>
    /// <param name="replayer">The replayer.</param>
    /// <param name="continuation">The next plugin's part, in the end the replay itself.</param>
    /// <param name="cancellationToken">Stops it; to be handed on.</param>
    /// <returns>The results.</returns>
    Task<IEnumerable<WorkflowReplayResult>> ReplayWorkflowsAsync(
        WorkflowReplayer replayer,
        Func<WorkflowReplayer, CancellationToken, Task<IEnumerable<WorkflowReplayResult>>> continuation,
        CancellationToken cancellationToken);

    /// <summary>Replays histories as they come.</summary>
    /// <param name="replayer">The replayer.</param>
    /// <param name="continuation">The next plugin's part, in the end the replay itself.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The results as they come.</returns>
    IAsyncEnumerable<WorkflowReplayResult> ReplayWorkflowsAsync(
        WorkflowReplayer replayer,
        Func<WorkflowReplayer, IAsyncEnumerable<WorkflowReplayResult>> continuation,
        CancellationToken cancellationToken);
}
