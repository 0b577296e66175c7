using Temporalio.Exceptions;

namespace Temporalio.Worker.Tasks;

/// <summary>Runs activations on pooled threads and notices those that never end.</summary>
/// <param name="isDebugging">Whether they may take for ever.</param>
internal sealed class Activations(bool isDebugging)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Runs an activation.</summary>
    /// <exception cref="InvalidWorkflowOperationException">It did not end in two seconds. Its thread stays blocked until it does.</exception>
    public async Task RunAsync(string runId, Action activation)
    {
        // Counted from the beginning, not from when the pool had a thread for it.
        long begun = 0;
        var running = Task.Run(() =>
        {
            Volatile.Write(ref begun, TimeProvider.System.GetTimestamp());
            activation();
        });
        if (isDebugging)
        {
            await running;
            return;
        }

        var wait = Longest;
        while (true)
        {
            try
            {
                await running.WaitAsync(wait);
                return;
            }
            catch (TimeoutException) when (!running.IsCompleted)
            {
                var start = Volatile.Read(ref begun);
                var spent = start == 0 ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(start);
                if (spent >= Longest)
                {
                    throw new InvalidWorkflowOperationException($"[TMPRL1101] Workflow with run ID {runId} deadlocked after {Longest}");
                }

                wait = Longest - spent;
            }
        }
    }
}
