using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Temporalio.Worker.Instances;

/// <summary>Handlers by name, which workflow code may change while it runs.</summary>
/// <typeparam name="T">Definition.</typeparam>
/// <param name="initial">Handlers that the type declares.</param>
/// <param name="nameOf">Name of a definition; null for a dynamic one.</param>
/// <param name="guard">Keeps read-only code out.</param>
/// <param name="added">Told of each handler that is added.</param>
internal sealed class HandlerTable<T>(
    IReadOnlyDictionary<string, T> initial, Func<T, string?> nameOf, ReadOnlyGuard guard, Action<string, T> added)
    : IDictionary<string, T>
{
    private readonly SortedDictionary<string, T> _handlers = new(initial.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <inheritdoc/>
    public ICollection<string> Keys => _handlers.Keys;

    /// <inheritdoc/>
    public ICollection<T> Values => _handlers.Values;

    /// <inheritdoc/>
    public int Count => _handlers.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public T this[string key]
    {
        get => _handlers[key];
        set
        {
            RequireOwnName(key, value);
            _handlers[key] = value;
            added(key, value);
        }
    }

    /// <inheritdoc/>
    public void Add(string key, T value)
    {
        RequireOwnName(key, value);
        _handlers.Add(key, value);
        added(key, value);
    }

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        guard.RequireWritable("modify workflow handlers");
        return _handlers.Remove(key);
    }

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, T> item) => Contains(item) && Remove(item.Key);

    /// <inheritdoc/>
    public void Clear()
    {
        guard.RequireWritable("modify workflow handlers");
        _handlers.Clear();
    }

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, T> item) => ((ICollection<KeyValuePair<string, T>>)_handlers).Contains(item);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _handlers.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _handlers.TryGetValue(key, out value);

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _handlers.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _handlers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void RequireOwnName(string key, T value)
    {
        guard.RequireWritable("modify workflow handlers");
        if (nameOf(value) != key)
        {
            throw new ArgumentException($"Key {key} must equal the definition's name {nameOf(value)}", nameof(key));
        }
    }
}
