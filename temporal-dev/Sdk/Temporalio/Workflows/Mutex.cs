namespace Temporalio.Workflows;

/// <summary>Lets one task of a workflow in at a time, in the order of asking. Only for use within workflows.</summary>
public class Mutex
{
    private readonly Semaphore _semaphore = new(1);

    /// <summary>Waits until the mutex is free, and takes it.</summary>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    public Task WaitOneAsync(CancellationToken? cancellationToken = null) => _semaphore.WaitAsync(cancellationToken);

    /// <summary>Waits until the mutex is free, and takes it, unless time runs out.</summary>
    /// <param name="millisecondsTimeout">Longest wait; 0 only looks, -1 is for ever.</param>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    /// <returns>Whether it was taken.</returns>
    public Task<bool> WaitOneAsync(int millisecondsTimeout, CancellationToken? cancellationToken = null) =>
        _semaphore.WaitAsync(millisecondsTimeout, cancellationToken);

    /// <summary>Waits until the mutex is free, and takes it, unless time runs out.</summary>
    /// <param name="timeout">Longest wait; zero only looks, <see cref="Timeout.InfiniteTimeSpan"/> is for ever.</param>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    /// <returns>Whether it was taken.</returns>
    public Task<bool> WaitOneAsync(TimeSpan timeout, CancellationToken? cancellationToken = null) =>
        _semaphore.WaitAsync(timeout, cancellationToken);

    /// <summary>Frees the mutex.</summary>
    /// <exception cref="InvalidOperationException">It is free.</exception>
    public void ReleaseMutex() => _semaphore.Release();
}
