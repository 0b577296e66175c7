using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Temporalio.Api.Common.V1;

namespace Temporalio.Common;

/// <summary>Search attributes with their values. It does not change; make another with <see cref="Builder"/>.</summary>
public class SearchAttributeCollection : IReadOnlyCollection<SearchAttributeKey>
{
    /// <summary>No attributes.</summary>
    public static readonly SearchAttributeCollection Empty = new(new SortedDictionary<SearchAttributeKey, object>());

    private readonly SortedDictionary<SearchAttributeKey, object> _values;

    private SearchAttributeCollection(SortedDictionary<SearchAttributeKey, object> values) => _values = values;

    /// <summary>How many attributes there are.</summary>
    public int Count => _values.Count;

    /// <summary>Values by key, in the order of the keys.</summary>
    public IReadOnlyDictionary<SearchAttributeKey, object> UntypedValues => _values;

    /// <summary>Reads attributes from the wire.</summary>
    /// <param name="searchAttributes">Attributes as received.</param>
    /// <returns>The collection; attributes without a value are left out.</returns>
    /// <exception cref="ArgumentException">An attribute does not say its type.</exception>
    public static SearchAttributeCollection FromProto(SearchAttributes searchAttributes)
    {
        var values = new SortedDictionary<SearchAttributeKey, object>();
        foreach (var (name, payload) in searchAttributes.IndexedFields)
        {
            if (SearchAttributePayload.FromPayload(name, payload) is var (key, value))
            {
                values[key] = value;
            }
        }

        return new(values);
    }

    /// <summary>Reads the value of a key.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="key">Key.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is no such attribute of this type.</exception>
    public T Get<T>(SearchAttributeKey<T> key)
        where T : notnull => TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"No search attribute {key.Name} of type {key.ValueType}");

    /// <summary>Reads the value of a key, if it is there.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="key">Key.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is there with this type.</returns>
    public bool TryGetValue<T>(SearchAttributeKey<T> key, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        if (_values.TryGetValue(key, out var untyped) && untyped is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Whether there is an attribute of this name and type.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="key">Key.</param>
    /// <returns>True if there is.</returns>
    public bool ContainsKey<T>(SearchAttributeKey<T> key)
        where T : notnull => _values.ContainsKey(key);

    /// <summary>Whether there is an attribute of this name, whatever its type.</summary>
    /// <param name="key">Name.</param>
    /// <returns>True if there is.</returns>
    public bool ContainsKey(string key) => _values.Keys.Any(existing => existing.Name == key);

    /// <summary>Writes the attributes for the wire.</summary>
    /// <returns>A message of the caller's own.</returns>
    public SearchAttributes ToProto()
    {
        var proto = new SearchAttributes();
        foreach (var (key, value) in _values)
        {
            proto.IndexedFields.Add(key.Name, SearchAttributePayload.ToPayload(key, value));
        }

        return proto;
    }

    /// <inheritdoc />
    public IEnumerator<SearchAttributeKey> GetEnumerator() => _values.Keys.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes collections.</summary>
    public class Builder
    {
        private readonly SortedDictionary<SearchAttributeKey, object> _values;

        /// <summary>Starts without attributes.</summary>
        public Builder()
            : this(Empty)
        {
        }

        /// <summary>Starts with the attributes of a collection.</summary>
        /// <param name="searchAttributes">Attributes to start with.</param>
        public Builder(SearchAttributeCollection searchAttributes) => _values = new(searchAttributes._values);

        /// <summary>Sets an attribute, in place of one of the same name.</summary>
        /// <typeparam name="T">Type of the value.</typeparam>
        /// <param name="key">Key.</param>
        /// <param name="value">Value, not null; a list is copied.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">The value is null.</exception>
        public Builder Set<T>(SearchAttributeKey<T> key, T value)
            where T : notnull
        {
            if (value is null)
            {
                throw new ArgumentException($"Search attribute {key.Name} cannot be null", nameof(value));
            }

            return SetUntyped(key, value is IEnumerable<string> list ? list.ToList() : value);
        }

        /// <summary>Sets all attributes of a collection, in place of those of the same names.</summary>
        /// <param name="searchAttributes">Attributes to set.</param>
        /// <returns>This builder.</returns>
        public Builder Set(SearchAttributeCollection searchAttributes)
        {
            foreach (var (key, value) in searchAttributes._values)
            {
                SetUntyped(key, value);
            }

            return this;
        }

        /// <summary>Removes an attribute by the name of its key.</summary>
        /// <param name="key">Key.</param>
        /// <returns>This builder.</returns>
        public Builder Unset(SearchAttributeKey key) => Unset(key.Name);

        /// <summary>Removes an attribute.</summary>
        /// <param name="name">Name.</param>
        /// <returns>This builder.</returns>
        public Builder Unset(string name)
        {
            if (_values.Keys.FirstOrDefault(key => key.Name == name) is { } existing)
            {
                _values.Remove(existing);
            }

            return this;
        }

        /// <summary>Makes the collection; the builder may be used further.</summary>
        /// <returns>The collection.</returns>
        public SearchAttributeCollection ToSearchAttributeCollection() =>
            _values.Count == 0 ? Empty : new(new SortedDictionary<SearchAttributeKey, object>(_values));

        private Builder SetUntyped(SearchAttributeKey key, object value)
        {
            Unset(key.Name)._values[key] = value;
            return this;
        }
    }
}
