using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Runtime;

namespace Temporalio.Tests.Runtime;

public class LogForwardingTests
{
    private readonly RecordingLogger _log = new();

    [Fact]
    public async Task FailedTries_OfACall_AreForwarded()
    {
        await FailAsync(new() { Filter = new(core: TelemetryFilterOptions.Level.Debug), Forwarding = new(_log) }, tries: 6);

        _log.Lines.Count.ShouldBe(6);
        var (level, text, state) = _log.Lines.First();
        level.ShouldBe(LogLevel.Debug);
        text.ShouldStartWith("[sdk_core::temporalio_client::retry] gRPC call GetSystemInfo failed, try 1 {\"");
        state.Keys.ShouldBe(["Level", "Target", "Message", "Timestamp", "JsonFields"]);
        state["Level"].ShouldBe(LogLevel.Debug);
        state["Target"].ShouldBe("temporalio_client::retry");
        state["Timestamp"].ShouldBeOfType<DateTime>().Kind.ShouldBe(DateTimeKind.Utc);
        state["JsonFields"].ShouldBeOfType<string>().ShouldContain("\"code\":\"Unavailable\"");
        _log.Lines.Last().Level.ShouldBe(LogLevel.Warning);
    }

    [Fact]
    public async Task Fields_NotWanted_AreLeftOut()
    {
        await FailAsync(new() { Filter = new(core: TelemetryFilterOptions.Level.Trace), Forwarding = new(_log) { IncludeFields = false } }, tries: 1);
        _log.Lines.Single().State.Keys.ShouldNotContain("JsonFields");
        _log.Lines.Single().Text.ShouldBe("[sdk_core::temporalio_client::retry] gRPC call GetSystemInfo failed, try 1");
    }

    [Fact]
    public async Task Filter_Default_LetsOnlyWarningsThrough()
    {
        await FailAsync(new() { Forwarding = new(_log) }, tries: 5);
        _log.Lines.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
    }

    [Theory]
    [InlineData("ERROR,temporalio_client=OFF")]
    [InlineData("ERROR")]
    [InlineData("TRACE,temporalio_client::retry=ERROR")]
    public async Task Filter_OfText_IsByLongestTarget(string filter)
    {
        await FailAsync(new() { Filter = new(filter), Forwarding = new(_log) }, tries: 5);
        _log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Filter_UnknownLevel_IsRefused() => Should
        .Throw<ArgumentException>(() => new TemporalRuntime(new(new TelemetryOptions { Logging = new() { Filter = new("LOUD") } })))
        .Message.ShouldContain("LOUD");

    private static async Task FailAsync(LoggingOptions logging, int tries)
    {
        var options = new TemporalConnectionOptions("127.0.0.1:1")
        {
            RpcRetry = new() { MaxRetries = tries - 1, InitialInterval = TimeSpan.FromMilliseconds(1) },
            Runtime = new(new(new TelemetryOptions { Logging = logging })),
        };
        await Should.ThrowAsync<InvalidOperationException>(() => TemporalConnection.ConnectAsync(options));
    }
}
