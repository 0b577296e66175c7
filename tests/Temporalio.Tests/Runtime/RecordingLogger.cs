using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Temporalio.Tests.Runtime;

/// <summary>Remembers what is logged.</summary>
internal sealed class RecordingLogger : ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text, IReadOnlyDictionary<string, object?> State)> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue((
        logLevel,
        formatter(state, exception),
        state is IEnumerable<KeyValuePair<string, object?>> parts ? parts.ToDictionary(StringComparer.Ordinal) : new Dictionary<string, object?>(StringComparer.Ordinal)));
}
