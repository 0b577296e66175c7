namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Spares an endpoint that is not well: after some failures in a row its callers wait for a minute, and then one of them tries.</summary>
internal sealed class CircuitBreaker(TimeProvider clock)
{
    private const int FailuresBeforeOpen = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileTried = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset? _opened;
    private bool _isTried;

    /// <summary>True while callers wait.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock) return _opened is not null;
        }
    }

    /// <summary>Asks to call.</summary>
    /// <param name="wait">If not now: when to ask again.</param>
    public bool TryPass(out TimeSpan wait)
    {
        lock (_lock)
        {
            wait = TimeSpan.Zero;
            if (_opened is not { } opened) return true;
            wait = opened + Pause - clock.GetUtcNow();
            if (wait > TimeSpan.Zero) return false;
            wait = WhileTried;
            if (_isTried) return false;
            _isTried = true;
            return true;
        }
    }

    /// <summary>Takes note of how a call went.</summary>
    public void Report(bool isWell)
    {
        lock (_lock)
        {
            if (isWell)
            {
                _failures = 0;
                if (_isTried || _opened is null) _opened = null;
            }
            else if (++_failures > FailuresBeforeOpen && (_opened is null || _isTried))
            {
                _opened = clock.GetUtcNow();
            }

            _isTried = false;
        }
    }
}
