using Microsoft.Extensions.Logging;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>A logger with values in the scope of every line.</summary>
/// <param name="inner">Where lines go.</param>
/// <param name="scope">The values.</param>
internal sealed class ScopedLogger(ILogger inner, Dictionary<string, object> scope) : ILogger
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        using var values = inner.BeginScope(scope);
        inner.Log(logLevel, eventId, state, exception, formatter);
    }
}
