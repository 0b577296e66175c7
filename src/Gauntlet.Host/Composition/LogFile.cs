using System.Globalization;
using Gauntlet.Host.CommandLine;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Gauntlet.Host.Composition;

/// <summary>The log of a call, under <c>logs</c> of the home folder, a file a day; nothing of it reaches the screen.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly Logger _logger;

    public LogFile(Surroundings surroundings, LogEventLevel level = LogEventLevel.Information)
    {
        var day = surroundings.Clock.GetUtcNow().UtcDateTime;
        Path = System.IO.Path.Combine(surroundings.Home, "logs", string.Create(CultureInfo.InvariantCulture, $"gauntlet-{day:yyyyMMdd}.log"));
        _logger = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .Enrich.WithProperty("ProcessId", Environment.ProcessId)
            .WriteTo.File(
                Path,
                shared: true,
                outputTemplate: "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} [{ProcessId}] {SourceContext} {Message:lj}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    public ILogger Logger => _logger;

    public void Dispose() => _logger.Dispose();
}
