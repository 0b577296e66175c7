namespace Gauntlet.Temporal.Server.Engine.Queries;

/// <summary>Queries of a run that wait for its next workflow task. There is room for one, as on the real server.</summary>
internal sealed class BufferedQueries
{
    private const int Room = 1;

    private readonly Lock _lock = new();
    private readonly List<BufferedQuery> _queries = [];

    /// <summary>False when there is no room.</summary>
    public bool TryAdd(BufferedQuery query)
    {
        lock (_lock)
        {
            if (_queries.Count >= Room)
            {
                return false;
            }

            _queries.Add(query);
            return true;
        }
    }

    public void Remove(BufferedQuery query)
    {
        lock (_lock)
        {
            _queries.Remove(query);
        }
    }

    public IReadOnlyList<BufferedQuery> Waiting
    {
        get
        {
            lock (_lock)
            {
                return [.. _queries];
            }
        }
    }

    /// <summary>Sends those who wait another way: no workflow task is coming.</summary>
    public void Release()
    {
        foreach (var query in Waiting)
        {
            query.Finish(new QueryOutcome.AskAgain());
        }
    }
}
