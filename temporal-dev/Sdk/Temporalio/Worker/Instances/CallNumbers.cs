namespace Temporalio.Worker.Instances;

/// <summary>Numbers of what code asks for, from 1, a series for each kind; local activities count with the others.</summary>
internal sealed class CallNumbers
{
    private long _timer;
    private long _activity;

    /// <summary>Number of the next timer.</summary>
    public long NextTimer() => ++_timer;

    /// <summary>Number of the next activity.</summary>
    public long NextActivity() => ++_activity;
}
