namespace Temporalio.Worker.Tasks;

/// <summary>Runs kept in memory between tasks, the longest unused dropped first.</summary>
/// <param name="capacity">How many; 0 keeps none.</param>
internal sealed class RunCache(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byRun = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _recent = new();
    private int _evicted;

    /// <summary>How many runs there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byRun.Count;
            }
        }
    }

    /// <summary>How many runs were dropped to make room since the last call.</summary>
    public int TakeEvicted() => Interlocked.Exchange(ref _evicted, 0);

    /// <summary>Takes hold of a run: nobody else handles it until the lease ends.</summary>
    public async Task<Lease> AcquireAsync(string runId)
    {
        Entry entry;
        lock (_gate)
        {
            if (_byRun.TryGetValue(runId, out var node))
            {
                _recent.Remove(node);
            }
            else
            {
                node = new(new Entry(runId));
                _byRun.Add(runId, node);
            }

            _recent.AddFirst(node);
            entry = node.Value;
            entry.Users++;
        }

        await entry.Free.WaitAsync();
        return new(this, entry);
    }

    private void Release(Entry entry)
    {
        entry.Free.Release();
        lock (_gate)
        {
            entry.Users--;
            if (entry.Run == null)
            {
                DropIfUnused(entry);
            }

            var node = _recent.Last;
            while (node != null && _byRun.Count > capacity)
            {
                var previous = node.Previous;
                _evicted += DropIfUnused(node.Value) ? 1 : 0;
                node = previous;
            }
        }
    }

    private bool DropIfUnused(Entry entry)
    {
        if (entry.Users > 0 || !_byRun.Remove(entry.RunId, out var node))
        {
            return false;
        }

        _recent.Remove(node);
        entry.Run?.LocalActivities.CancelAll();
        return true;
    }

    /// <summary>The hold of a run.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="entry">What is held.</param>
    internal sealed class Lease(RunCache cache, Entry entry) : IDisposable
    {
        /// <summary>The run; null if none is kept. Set it to null to drop it.</summary>
        public WorkflowRun? Run
        {
            get => entry.Run;
            set => entry.Run = value;
        }

        /// <inheritdoc/>
        public void Dispose() => cache.Release(entry);
    }

    /// <summary>A place for a run.</summary>
    /// <param name="runId">Its id.</param>
    internal sealed class Entry(string runId)
    {
        /// <summary>Run id.</summary>
        public string RunId { get; } = runId;

        /// <summary>Free while nobody handles the run.</summary>
        public SemaphoreSlim Free { get; } = new(1);

        /// <summary>Who handles it or waits to.</summary>
        public int Users { get; set; }

        /// <summary>The run; null if none is kept.</summary>
        public WorkflowRun? Run { get; set; }
    }
}
