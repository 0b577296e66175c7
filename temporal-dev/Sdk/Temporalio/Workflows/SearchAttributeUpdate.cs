using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Change of one search attribute of the running workflow.</summary>
public abstract class SearchAttributeUpdate
{
    /// <summary>Creates an update.</summary>
    private protected SearchAttributeUpdate(bool hasValue) => HasValue = hasValue;

    /// <summary>Key of the attribute.</summary>
    public abstract SearchAttributeKey UntypedKey { get; }

    /// <summary>Whether the attribute is set; if not, it is removed.</summary>
    public bool HasValue { get; private init; }

    /// <summary>Value to set.</summary>
    /// <exception cref="InvalidOperationException">The attribute is removed.</exception>
    public abstract object UntypedValue { get; }

    /// <summary>Sets an attribute.</summary>
    /// <typeparam name="T">Type of its value.</typeparam>
    /// <param name="key">Key.</param>
    /// <param name="value">Value, not null.</param>
    /// <returns>The update.</returns>
    public static SearchAttributeUpdate<T> ValueSet<T>(SearchAttributeKey<T> key, T value)
        where T : notnull =>
        value is null
            ? throw new ArgumentException($"Search attribute {key.Name} cannot be set to null", nameof(value))
            : new(key, value);

    /// <summary>Removes an attribute.</summary>
    /// <typeparam name="T">Type of its value.</typeparam>
    /// <param name="key">Key.</param>
    /// <returns>The update.</returns>
    public static SearchAttributeUpdate<T> ValueUnset<T>(SearchAttributeKey<T> key)
        where T : notnull => new(key);
}
