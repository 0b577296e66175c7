using System.Globalization;
using Gauntlet.Host.CommandLine;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Gauntlet.Host.Composition;

/// <summary>The log of a call, under <c>logs</c> of the home folder, a file a day; nothing of it reaches the screen.</summary>
internal sealed class LogFile : IDisposable
{
    // A day keeps the newest files of this size: a loop of errors must not fill the disk.
    private const long UsualBytes = 64 * 1024 * 1024;
    private const int FilesKept = 8;

    private readonly Logger _logger;

    public LogFile(Surroundings surroundings, LogEventLevel level = LogEventLevel.Information, long maximumBytes = UsualBytes)
    {
        var day = surroundings.Clock.GetUtcNow().UtcDateTime;
        Path = System.IO.Path.Combine(surroundings.Home, "logs", string.Create(CultureInfo.InvariantCulture, $"gauntlet-{day:yyyyMMdd}.log"));
        _logger = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .Enrich.WithProperty("ProcessId", Environment.ProcessId)
            .WriteTo.File(
                Path,
                shared: true,
                fileSizeLimitBytes: maximumBytes,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: FilesKept,
                outputTemplate: "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} [{ProcessId}] {SourceContext} {Message:lj}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
        Factory = new SerilogLoggerFactory(_logger);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    public Serilog.ILogger Logger => _logger;

    /// <summary>The same log for everything that logs by Microsoft's abstractions.</summary>
    public ILoggerFactory Factory { get; }

    public void Dispose()
    {
        Factory.Dispose();
        _logger.Dispose();
    }
}
