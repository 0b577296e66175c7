using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;

namespace Temporalio.Tests.Client;

public sealed class ConnectionOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("localhost")]
    [InlineData("localhost:port")]
    [InlineData("http://localhost:7233")]
    public void Target_NoAddress_IsRefused(string? target) =>
        Should.Throw<ArgumentException>(() => TemporalConnection.CreateLazy(new() { TargetHost = target }));

    [Fact]
    public async Task Connect_NobodyListens_SaysConnectionFailed()
    {
        var options = new TemporalConnectionOptions("127.0.0.1:1") { RpcRetry = new() { MaxRetries = 0 } };
        (await Should.ThrowAsync<InvalidOperationException>(() => TemporalConnection.ConnectAsync(options)))
            .Message.ShouldContain("Connection failed");
    }

    [Fact]
    public void Tls_ApiKeyAndDisabled_AreWeighed()
    {
        ConnectionChannel.OptionsFor(new("h:1")).Tls.ShouldBeNull();
        ConnectionChannel.OptionsFor(new("h:1") { ApiKey = "k" }).Tls.ShouldNotBeNull();
        ConnectionChannel.OptionsFor(new("h:1") { ApiKey = "k", Tls = new() { Disabled = true } }).Tls.ShouldBeNull();
        ConnectionChannel.OptionsFor(new("h:1") { Tls = new() { Domain = "d" } }).Tls!.Domain.ShouldBe("d");
        ConnectionChannel.OptionsFor(new("h:1")).Gzip.ShouldBeTrue();
    }

    [Fact]
    public void Headers_OfCall_SayWhoAndWhere()
    {
        var headers = RpcHeaders.For(
            new DescribeNamespaceRequest { Namespace = "ns" }, "key", [new("X-One", "1"), new("two", "2")], [new("two", "3")]);
        headers["client-name"].ShouldBe("temporal-dotnet");
        headers["client-version"].ShouldNotBeEmpty();
        headers["temporal-namespace"].ShouldBe("ns");
        headers["authorization"].ShouldBe("Bearer key");
        headers["x-one"].ShouldBe("1");
        headers["two"].ShouldBe("3");
        RpcHeaders.For(new GetSystemInfoRequest(), null, [], null).ShouldNotContainKey("authorization");
    }

    [Fact]
    public void Timeouts_LongPolls_AreLonger()
    {
        RpcTimeouts.For(new DescribeNamespaceRequest()).ShouldBe(TimeSpan.FromSeconds(30));
        RpcTimeouts.For(new PollWorkflowTaskQueueRequest()).ShouldBe(TimeSpan.FromSeconds(70));
        RpcTimeouts.For(new GetWorkflowExecutionHistoryRequest()).ShouldBe(TimeSpan.FromSeconds(30));
        RpcTimeouts.For(new GetWorkflowExecutionHistoryRequest { WaitNewEvent = true }).ShouldBe(TimeSpan.FromSeconds(70));
    }

    [Fact]
    public void Defaults_OfOptions_AreOfficial()
    {
        var options = new TemporalClientConnectOptions("h:1");
        options.Namespace.ShouldBe("default");
        options.KeepAlive!.Interval.ShouldBe(TimeSpan.FromSeconds(30));
        options.KeepAlive.Timeout.ShouldBe(TimeSpan.FromSeconds(15));
        options.GrpcCompression.ShouldBeOfType<GrpcCompression.Gzip>();
        new RpcRetryOptions().Multiplier.ShouldBe(1.5f);
        var lazy = TemporalConnection.CreateLazy(options);
        lazy.Options.Identity.ShouldBe($"{Environment.ProcessId}@{Environment.MachineName}");
    }

    [Fact]
    public void RpcOptions_WithAdditionalToken_CancelsOnEither()
    {
        using var one = new CancellationTokenSource();
        using var two = new CancellationTokenSource();
        var options = new RpcOptions { CancellationToken = one.Token };
        options.WithAdditionalCancellationToken(null).Item1.ShouldBeSameAs(options);
        var (linked, source) = options.WithAdditionalCancellationToken(two.Token);
        using (source)
        {
            two.Cancel();
            linked.CancellationToken!.Value.IsCancellationRequested.ShouldBeTrue();
            one.IsCancellationRequested.ShouldBeFalse();
        }
    }
}
