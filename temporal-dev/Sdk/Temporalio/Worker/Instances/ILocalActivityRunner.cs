namespace Temporalio.Worker.Instances;

/// <summary>Runs local activities of a run and brings their results to its next activation.</summary>
internal interface ILocalActivityRunner
{
    /// <summary>Refuses an activity type that this worker does not have.</summary>
    /// <exception cref="InvalidOperationException">There is no such activity.</exception>
    void RequireKnown(string activityType);

    /// <summary>Starts one.</summary>
    void Start(LocalActivityRequest request);

    /// <summary>Cancels one that runs; nothing happens if it has ended.</summary>
    void Cancel(long sequence);
}
