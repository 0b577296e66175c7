namespace Temporalio.Worker.Polling;

/// <summary>Lets a number of things begin a second, evenly spaced.</summary>
/// <param name="perSecond">How many; null for no limit.</param>
/// <param name="time">Clock.</param>
internal sealed class RateLimit(double? perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _next;

    /// <summary>Waits for the next turn.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (perSecond is not { } rate)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _next = _next < now ? now : _next;
            wait = _next - now;
            _next += TimeSpan.FromSeconds(1 / rate);
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
