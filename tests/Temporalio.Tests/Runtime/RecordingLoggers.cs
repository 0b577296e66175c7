using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Temporalio.Tests.Runtime;

/// <summary>Loggers that remember lines with the values of the scopes around them.</summary>
internal sealed class RecordingLoggers : ILoggerFactory
{
    private readonly AsyncLocal<IReadOnlyDictionary<string, object>?> _scope = new();

    public ConcurrentQueue<(string Category, LogLevel Level, string Text, IReadOnlyDictionary<string, object> Scope)> Lines { get; } = new();

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("These loggers take everything.");

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Dispose()
    {
        // Holds nothing.
    }

    private sealed class Recorder(RecordingLoggers owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            var before = owner._scope.Value;
            owner._scope.Value = state is IEnumerable<KeyValuePair<string, object>> values
                ? (before ?? new Dictionary<string, object>()).Concat(values).ToDictionary(StringComparer.Ordinal)
                : before;
            return new Ending(() => owner._scope.Value = before);
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner.Lines.Enqueue((category, logLevel, formatter(state, exception), owner._scope.Value ?? new Dictionary<string, object>()));
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
