namespace Temporalio.Common.EnvConfig;

/// <summary>Environment variables: the process's, or others in their place.</summary>
internal sealed class EnvVars
{
    private readonly SortedDictionary<string, string> _values;

    /// <summary>Takes the variables.</summary>
    /// <param name="overrides">Variables in place of the process's; null for the process's.</param>
    public EnvVars(IReadOnlyDictionary<string, string>? overrides) => _values = new(
        overrides?.ToDictionary(pair => pair.Key, pair => pair.Value) ??
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty),
        StringComparer.Ordinal);

    /// <summary>All variables by name.</summary>
    public IReadOnlyDictionary<string, string> All => _values;

    /// <summary>A variable; null if it is not set or empty.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
