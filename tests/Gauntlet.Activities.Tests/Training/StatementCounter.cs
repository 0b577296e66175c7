using System.Diagnostics;

namespace Gauntlet.Activities.Tests.Training;

/// <summary>Counts the statements that a piece of work sends to the database, whatever else runs meanwhile.</summary>
internal sealed class StatementCounter : IDisposable
{
    private readonly ActivityListener _listener;
    private ActivityTraceId _mine;
    private int _count;

    public StatementCounter()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _mine) Interlocked.Increment(ref _count);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task<int> OfAsync(Func<Task> work)
    {
        using var trace = new Activity("counted").SetIdFormat(ActivityIdFormat.W3C).Start();
        (_mine, _count) = (trace.TraceId, 0);
        await work();
        return _count;
    }

    public void Dispose() => _listener.Dispose();
}
