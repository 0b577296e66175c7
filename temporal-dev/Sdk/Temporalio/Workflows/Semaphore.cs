namespace Temporalio.Workflows;

/// <summary>Lets a number of tasks of a workflow in at a time, in the order of asking. Only for use within workflows.</summary>
public class Semaphore
{
    private readonly LinkedList<Waiter> _waiting = new();

    /// <summary>Makes a semaphore with all units free.</summary>
    /// <param name="initialCount">Units, at least one.</param>
    /// <exception cref="ArgumentException">No unit.</exception>
    /// <exception cref="InvalidOperationException">Not within a workflow.</exception>
    public Semaphore(int initialCount)
    {
        if (!Workflow.InWorkflow)
        {
            throw new InvalidOperationException("Cannot use workflow semaphore outside of workflow");
        }

        if (initialCount < 1)
        {
            throw new ArgumentException("Initial count must be positive", nameof(initialCount));
        }

        Max = initialCount;
        CurrentCount = initialCount;
    }

    /// <summary>Units in all.</summary>
    public int Max { get; init; }

    /// <summary>Units that are free.</summary>
    public int CurrentCount { get; private set; }

    /// <summary>Waits for a unit and takes it.</summary>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    public Task WaitAsync(CancellationToken? cancellationToken = null) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits for a unit and takes it, unless time runs out.</summary>
    /// <param name="millisecondsTimeout">Longest wait; 0 only looks, -1 is for ever.</param>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    /// <returns>Whether a unit was taken.</returns>
    /// <exception cref="ArgumentException">The time is below -1.</exception>
    public Task<bool> WaitAsync(int millisecondsTimeout, CancellationToken? cancellationToken = null) =>
        WaitAsync(TimeSpan.FromMilliseconds(millisecondsTimeout), cancellationToken);

    /// <summary>Waits for a unit and takes it, unless time runs out.</summary>
    /// <param name="timeout">Longest wait; zero only looks, <see cref="Timeout.InfiniteTimeSpan"/> is for ever.</param>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    /// <returns>Whether a unit was taken.</returns>
    /// <exception cref="ArgumentException">The time is negative and not infinite.</exception>
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken? cancellationToken = null)
    {
        if (timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException("Timeout cannot be negative", nameof(timeout));
        }

        var token = cancellationToken ?? Workflow.CancellationToken;
        if (token.IsCancellationRequested)
        {
            return Task.FromCanceled<bool>(token);
        }

        if (CurrentCount > 0)
        {
            CurrentCount--;
            return Task.FromResult(true);
        }

        return timeout == TimeSpan.Zero ? Task.FromResult(false) : WaitForReleaseAsync(timeout, token);
    }

    /// <summary>Frees a unit, for the task that has waited longest if any waits.</summary>
    /// <exception cref="InvalidOperationException">All units are free.</exception>
    public void Release()
    {
        if (CurrentCount == Max)
        {
            throw new InvalidOperationException("Semaphore is released more often than it was taken");
        }

        if (_waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            first.Value.IsGranted = true;
        }
        else
        {
            CurrentCount++;
        }
    }

    private async Task<bool> WaitForReleaseAsync(TimeSpan timeout, CancellationToken token)
    {
        var node = _waiting.AddLast(new Waiter());
        try
        {
            if (await Workflow.WaitConditionAsync(() => node.Value.IsGranted, timeout, token))
            {
                return true;
            }
        }
        catch (Exception) when (node.Value.IsGranted)
        {
            // Granted and cancelled at once: the unit must not be lost.
            Release();
            throw;
        }
        catch (Exception)
        {
            _waiting.Remove(node);
            throw;
        }

        if (node.Value.IsGranted)
        {
            return true;
        }

        _waiting.Remove(node);
        return false;
    }

    private sealed class Waiter
    {
        public bool IsGranted { get; set; }
    }
}
