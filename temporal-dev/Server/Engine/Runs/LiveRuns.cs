using System.Collections.Concurrent;
using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>Live parts of open runs, made when first asked for and forgotten when the run has ended.</summary>
internal sealed class LiveRuns
{
    private readonly ConcurrentDictionary<RunKey, LiveRun> _runs = new();

    public LiveRun Get(RunKey key) => _runs.GetOrAdd(key, _ => new());

    public void Forget(RunKey key) => _runs.TryRemove(key, out _);
}
