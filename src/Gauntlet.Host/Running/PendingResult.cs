using Gauntlet.Contracts.Pipeline;
using Temporalio.Client;

namespace Gauntlet.Host.Running;

/// <summary>The wait for a run's result; given up when disposed.</summary>
internal sealed class PendingResult : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();

    /// <param name="handle">The run's workflow.</param>
    public PendingResult(WorkflowHandle handle) => Outcome = handle.GetResultAsync<PipelineOutcome>(rpcOptions: new() { CancellationToken = _end.Token });

    /// <summary>The result, or why there is none.</summary>
    public Task<PipelineOutcome> Outcome { get; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        // Given up, it has nothing to say; what it had to say before, its reader has heard.
        await ((Task)Outcome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }
}
