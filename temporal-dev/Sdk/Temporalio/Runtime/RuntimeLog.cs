using System.Globalization;
using Microsoft.Extensions.Logging;
using Level = Temporalio.Runtime.TelemetryFilterOptions.Level;

namespace Temporalio.Runtime;

/// <summary>Writes a runtime's own log lines to where its options say.</summary>
/// <param name="options">Options; null writes nothing.</param>
/// <param name="clock">Clock of the lines.</param>
internal sealed class RuntimeLog(LoggingOptions? options, TimeProvider clock)
{
    private static readonly Dictionary<string, string> NoFields = [];

    private readonly RuntimeLogFilter? _filter = options is null ? null : new(options.Filter.FilterString);
    private readonly ILogger? _logger = options?.Forwarding is { } forwarding
        ? forwarding.Logger ?? throw new ArgumentException("Forwarding of logs needs a Logger", nameof(options))
        : null;

    /// <summary>Whether a line would be written.</summary>
    public bool IsEnabled(string target, Level level) =>
        _filter?.Allows(target, level) == true && (_logger is null || _logger.IsEnabled(Mapped(level)));

    /// <summary>Writes a line.</summary>
    /// <param name="level">Level.</param>
    /// <param name="target">What writes it: one of <see cref="RuntimeLogTargets"/>, with <c>::part</c> after it where there is one.</param>
    /// <param name="message">Text.</param>
    /// <param name="fields">Facts by name; null for none.</param>
    public void Write(Level level, string target, string message, IReadOnlyDictionary<string, string>? fields = null)
    {
        if (!IsEnabled(target, level))
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var entry = new RuntimeLogEntry(Mapped(level), target, message, now, fields ?? NoFields, options?.Forwarding?.IncludeFields != false);
        if (_logger is { } logger)
        {
            logger.Log(Mapped(level), default, entry, null, static (line, _) => line.ToString());
        }
        else
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{now:O} {level} {entry}"));
        }
    }

    private static LogLevel Mapped(Level level) => level switch
    {
        Level.Trace => LogLevel.Trace,
        Level.Debug => LogLevel.Debug,
        Level.Info => LogLevel.Information,
        Level.Warn => LogLevel.Warning,
        _ => LogLevel.Error,
    };
}
