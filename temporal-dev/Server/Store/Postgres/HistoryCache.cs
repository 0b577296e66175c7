using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>Whole histories of the runs that were written to or read last, up to so many bytes of stored events.</summary>
internal sealed class HistoryCache(long bytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RunKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _lastUsed = new();
    private long _size;

    /// <summary>Events from an id on, at most so many; null when the history is not here.</summary>
    public IReadOnlyList<HistoryEvent>? Find(RunKey key, long fromEventId, int maximum)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node)) return null;
            Use(node);
            var events = node.Value.Events;
            var from = (int)Math.Clamp(fromEventId - 1, 0, events.Count);
            return events.GetRange(from, Math.Min(maximum, events.Count - from));
        }
    }

    /// <summary>Takes the events of a commit; those of a run whose beginning is not here are left out.</summary>
    /// <param name="key">The run.</param>
    /// <param name="events">Events in order.</param>
    /// <param name="size">Their size as stored, in bytes.</param>
    /// <param name="isNew">Whether they are the first ones.</param>
    public void Append(RunKey key, IReadOnlyList<HistoryEvent> events, int size, bool isNew)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                if (!isNew) return;
                _entries.Add(key, node = _lastUsed.AddFirst(new Entry(key)));
            }

            Use(node);
            node.Value.Events.AddRange(events);
            node.Value.Size += size;
            _size += size;
            while (_size > bytes && _lastUsed.Last is { } last) Remove(last);
        }
    }

    public void Remove(RunKey key)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var node)) Remove(node);
        }
    }

    private void Use(LinkedListNode<Entry> node)
    {
        _lastUsed.Remove(node);
        _lastUsed.AddFirst(node);
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _lastUsed.Remove(node);
        _entries.Remove(node.Value.Key);
        _size -= node.Value.Size;
    }

    private sealed class Entry(RunKey key)
    {
        public RunKey Key => key;

        public List<HistoryEvent> Events { get; } = [];

        public long Size { get; set; }
    }
}
