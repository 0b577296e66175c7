using System.Collections;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Temporalio.Runtime;

/// <summary>A log line of a runtime, as loggers get it: the line itself as text, its parts by name.</summary>
internal sealed class RuntimeLogEntry(
    LogLevel level, string target, string message, DateTime timestamp, IReadOnlyDictionary<string, string> fields, bool includeFields)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly string _json = JsonSerializer.Serialize(fields);

    public int Count => includeFields ? 5 : 4;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("Level", level),
        1 => new("Target", target),
        2 => new("Message", message),
        3 => new("Timestamp", timestamp),
        4 when includeFields => new("JsonFields", _json),
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A log line has no such part"),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => includeFields
        ? string.Create(CultureInfo.InvariantCulture, $"[sdk_core::{target}] {message} {_json}")
        : string.Create(CultureInfo.InvariantCulture, $"[sdk_core::{target}] {message}");
}
