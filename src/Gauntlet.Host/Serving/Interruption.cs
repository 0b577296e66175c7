namespace Gauntlet.Host.Serving;

/// <summary>Waiting for the end that the caller brings.</summary>
internal static class Interruption
{
    /// <summary>Ends, without an error, when the caller interrupts.</summary>
    /// <param name="interrupted">The interruption.</param>
    /// <param name="failure">Ends the waiting with its error; null when nothing can fail.</param>
    public static async Task OfAsync(CancellationToken interrupted, Task? failure = null)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = interrupted.Register(() => end.TrySetResult());
        await await Task.WhenAny(end.Task, failure ?? end.Task);
    }
}
