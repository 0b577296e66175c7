namespace Temporalio.Runtime.Metrics;

/// <summary>Tags of a time series, sorted by name; equal sets are the same series.</summary>
internal sealed class MetricTags : IEquatable<MetricTags>
{
    private readonly KeyValuePair<string, object>[] _tags;
    private readonly int _hash;

    /// <summary>Adds tags to others; a later one of the same name wins.</summary>
    public MetricTags(MetricTags? from, IEnumerable<KeyValuePair<string, object>> tags)
    {
        var all = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in (from?._tags ?? []).Concat(tags))
        {
            all[name] = value;
        }

        _tags = [.. all];
        var hash = default(HashCode);
        foreach (var (name, value) in _tags)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The tags by name.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> All => _tags;

    public bool Equals(MetricTags? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _tags.AsSpan().SequenceEqual(other._tags));

    public override bool Equals(object? obj) => Equals(obj as MetricTags);

    public override int GetHashCode() => _hash;
}
