namespace Temporalio.Workflows;

/// <summary>A change of one memo value.</summary>
public class MemoUpdate
{
    private readonly object? _value;

    private MemoUpdate(string key, object? value)
    {
        UntypedKey = key;
        _value = value;
    }

    /// <summary>Key.</summary>
    public string UntypedKey { get; }

    /// <summary>Whether a value is set; otherwise the key is removed.</summary>
    public bool HasValue => _value != null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The key is removed.</exception>
    public object UntypedValue => _value ?? throw new InvalidOperationException($"No value for memo key {UntypedKey}");

    /// <summary>Sets a value.</summary>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public static MemoUpdate ValueSet(string key, object value) =>
        new(key, value ?? throw new ArgumentException($"Memo value for {key} cannot be null", nameof(value)));

    /// <summary>Removes a key.</summary>
    public static MemoUpdate ValueUnset(string key) => new(key, null);
}
