namespace Temporalio.Worker.Polling;

/// <summary>Polls of one task queue.</summary>
internal interface IPollGroup
{
    /// <summary>Completes when the group is told to stop, and fails when a poll did so in a way that repeating does not cure.</summary>
    Task Ending { get; }

    /// <summary>Polls until told to stop, then waits for the polls that are open and for the tasks in hand.</summary>
    /// <param name="stop">No poll begins after this.</param>
    /// <param name="abandon">Polls that are open are given up.</param>
    Task RunAsync(CancellationToken stop, CancellationToken abandon);
}
