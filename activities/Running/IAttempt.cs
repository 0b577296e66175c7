namespace Gauntlet.Activities.Running;

/// <summary>The attempt of an activity that is under way.</summary>
public interface IAttempt
{
    /// <summary>Asks the attempt to end: cancelled, timed out, or the worker shuts down.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>When the work was asked for, UTC by the server's clock; the same for every attempt at it.</summary>
    DateTimeOffset AskedAt { get; }

    /// <summary>Tells the server that the attempt is alive, and takes in whether it is cancelled.</summary>
    /// <param name="done">Units done so far.</param>
    void Heartbeat(int done);
}
