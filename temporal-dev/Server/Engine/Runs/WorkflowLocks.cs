using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>One lock for each workflow id in use; it covers all runs of the id and which of them is the latest.</summary>
internal sealed class WorkflowLocks
{
    private readonly Lock _lock = new();
    private readonly Dictionary<WorkflowKey, Entry> _entries = [];

    public async ValueTask<IDisposable> AcquireAsync(WorkflowKey key)
    {
        Entry? entry;
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out entry))
            {
                _entries.Add(key, entry = new());
            }

            entry.Users++;
        }

        await entry.Gate.WaitAsync();
        return new Held(this, key, entry);
    }

    private void Release(WorkflowKey key, Entry entry)
    {
        entry.Gate.Release();
        lock (_lock)
        {
            if (--entry.Users == 0)
            {
                _entries.Remove(key);
            }
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Held(WorkflowLocks locks, WorkflowKey key, Entry entry) : IDisposable
    {
        public void Dispose() => locks.Release(key, entry);
    }
}
