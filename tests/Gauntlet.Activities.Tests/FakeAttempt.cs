using Gauntlet.Activities.Running;

namespace Gauntlet.Activities.Tests;

/// <summary>An attempt that counts its heartbeats and can be cancelled at one of them, as a server does.</summary>
internal sealed class FakeAttempt : IAttempt, IDisposable
{
    private CancellationTokenSource _source = new();
    private int _cancelAt;

    public CancellationToken Cancellation => _source.Token;

    public DateTimeOffset AskedAt { get; set; } = DateTimeOffset.MaxValue;

    public int Heartbeats { get; private set; }

    public void Heartbeat(int done)
    {
        Heartbeats++;
        if (Heartbeats == _cancelAt) _source.Cancel();
    }

    public void Dispose() => _source.Dispose();

    /// <summary>Begins the next attempt.</summary>
    public void Next(int cancelAtHeartbeat = 0)
    {
        (Heartbeats, _cancelAt) = (0, cancelAtHeartbeat);
        if (!_source.IsCancellationRequested) return;
        _source.Dispose();
        _source = new();
    }
}
