namespace Temporalio.Extensions.DiagnosticSource;

/// <summary>A set of tags, sorted by name; the last value of a name counts.</summary>
internal sealed class MetricTags : IEquatable<MetricTags>
{
    private readonly KeyValuePair<string, object?>[] _tags;

    public MetricTags(MetricTags? from, IEnumerable<KeyValuePair<string, object>> tags)
    {
        var all = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in from?._tags ?? [])
        {
            all[name] = value;
        }

        foreach (var (name, value) in tags)
        {
            all[name] = value;
        }

        _tags = [.. all];
    }

    public ReadOnlySpan<KeyValuePair<string, object?>> AsSpan() => _tags;

    public bool Equals(MetricTags? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as MetricTags);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, value) in _tags)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
