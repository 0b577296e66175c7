using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Change of one search attribute of the running workflow.</summary>
/// <typeparam name="T">Type of its value.</typeparam>
public class SearchAttributeUpdate<T> : SearchAttributeUpdate
    where T : notnull
{
    private readonly T? _value;

    /// <summary>Creates an update that sets the attribute.</summary>
    internal SearchAttributeUpdate(SearchAttributeKey<T> key, T value)
        : base(true)
    {
        Key = key;
        _value = value;
    }

    /// <summary>Creates an update that removes the attribute.</summary>
    internal SearchAttributeUpdate(SearchAttributeKey<T> key)
        : base(false) => Key = key;

    /// <summary>Key of the attribute.</summary>
    public SearchAttributeKey<T> Key { get; private init; }

    /// <summary>Value to set.</summary>
    /// <exception cref="InvalidOperationException">The attribute is removed.</exception>
    public T Value => HasValue ? _value! : throw new InvalidOperationException($"Search attribute {Key.Name} is unset");

    /// <inheritdoc />
    public override SearchAttributeKey UntypedKey => Key;

    /// <inheritdoc />
    public override object UntypedValue => Value;
}
