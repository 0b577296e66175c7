using Gauntlet.Temporal.Server.Host;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Tests.Host;

public sealed class QuietLoggersTests
{
    [Fact]
    public void CreateLogger_WebServer_PassesWarningsOnly()
    {
        using var provider = new Recorder();
        using var inner = LoggerFactory.Create(b => b.AddProvider(provider).SetMinimumLevel(LogLevel.Trace));
        using var quiet = new QuietLoggers(inner);

        quiet.CreateLogger("Microsoft.AspNetCore.Hosting").LogInformation("request");
        quiet.CreateLogger("Microsoft.AspNetCore.Hosting").LogWarning("trouble");
        quiet.CreateLogger("Gauntlet").LogInformation("word");

        provider.Seen.ShouldBe(["trouble", "word"]);
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public List<string> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Seen.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
