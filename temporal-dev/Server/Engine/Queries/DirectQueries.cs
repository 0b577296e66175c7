using System.Collections.Concurrent;

namespace Gauntlet.Temporal.Server.Engine.Queries;

/// <summary>Queries on their way to workers, until they are answered or their caller gives up.</summary>
internal sealed class DirectQueries
{
    private readonly ConcurrentDictionary<string, DirectQuery> _queries = new(StringComparer.Ordinal);

    public void Add(DirectQuery query) => _queries[query.Id] = query;

    public DirectQuery? Find(string id) => _queries.GetValueOrDefault(id);

    public void Remove(DirectQuery query) => _queries.TryRemove(query.Id, out _);
}
