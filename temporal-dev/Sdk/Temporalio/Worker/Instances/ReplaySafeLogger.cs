using Microsoft.Extensions.Logging;

namespace Temporalio.Worker.Instances;

/// <summary>A logger that is silent while history is read again, and that says which run and update speak.</summary>
/// <param name="inner">Where lines go.</param>
/// <param name="instance">The run.</param>
internal sealed class ReplaySafeLogger(ILogger inner, WorkflowInstance instance) : ILogger
{
    private Dictionary<string, object>? _scope;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => !instance.IsReplayingHistoryEvents && inner.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        // Where lines go is not the workflow's business.
        _ = SchedulerWatch.Unwatched(() =>
        {
            Write(logLevel, eventId, state, exception, formatter);
            return true;
        });
    }

    private void Write<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _scope ??= instance.Info.LogScope();
        using var run = inner.BeginScope(_scope);
        using var update = UpdateHandling.Current is { } current
            ? inner.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal) { ["UpdateId"] = current.Id, ["UpdateName"] = current.Name })
            : null;
        inner.Log(logLevel, eventId, state, exception, formatter);
    }
}
