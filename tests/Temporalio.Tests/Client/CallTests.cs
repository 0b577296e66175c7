using Gauntlet.Temporal.Grpc;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Temporalio.Tests.Client;

public class CallTests
{
    [Fact]
    public async Task Headers_OfConnectionAndCall_AreSent()
    {
        await using var server = await FakeService.StartAsync();
        var connection = await TemporalConnection.ConnectAsync(new(server.Address)
        {
            ApiKey = "first",
            Tls = new() { Disabled = true },
            RpcMetadata = [new("X-One", "1"), new("two", "2")],
            RpcBinaryMetadata = [new("raw-bin", [1, 2])],
        });

        await connection.WorkflowService.DescribeNamespaceAsync(new() { Namespace = "ns" }, new() { Metadata = [new("two", "3")], BinaryMetadata = [new("more-bin", [255])] });

        var sent = server.Last;
        sent["authorization"].ShouldBe("Bearer first");
        sent["x-one"].ShouldBe("1");
        sent["two"].ShouldBe("3");
        sent["temporal-namespace"].ShouldBe("ns");
        sent["client-name"].ShouldBe("temporal-dotnet");
        GrpcWire.DecodeBinary(sent["raw-bin"]).ShouldBe([1, 2]);
        GrpcWire.DecodeBinary(sent["more-bin"]).ShouldBe([255]);
        sent["grpc-encoding"].ShouldBe("gzip");
    }

    [Fact]
    public async Task Headers_Changed_AreThoseOfLaterCalls()
    {
        await using var server = await FakeService.StartAsync();
        var connection = await TemporalConnection.ConnectAsync(new(server.Address)
        {
            ApiKey = "first", Tls = new() { Disabled = true }, RpcMetadata = [new("x-one", "1")], GrpcCompression = new GrpcCompression.None(),
        });
        connection.ApiKey = "second";
        connection.RpcMetadata = [new("x-two", "2")];

        await connection.WorkflowService.DescribeNamespaceAsync(new());

        server.Last["authorization"].ShouldBe("Bearer second");
        server.Last["x-two"].ShouldBe("2");
        server.Last.ShouldNotContainKey("x-one");
        server.Last.ShouldNotContainKey("temporal-namespace");
        server.Last.ShouldNotContainKey("grpc-encoding");
    }

    [Fact]
    public async Task Authorization_InMetadata_WinsOverApiKey()
    {
        await using var server = await FakeService.StartAsync();
        var connection = await TemporalConnection.ConnectAsync(new(server.Address) { ApiKey = "key", Tls = new() { Disabled = true } });
        await connection.WorkflowService.DescribeNamespaceAsync(new(), new() { Metadata = [new("Authorization", "Basic x")] });
        server.Last["authorization"].ShouldBe("Basic x");
    }

    // The codes that Core retries; the rest say that trying again is of no use.
    [Theory]
    [InlineData(GrpcStatusCode.Unavailable, true)]
    [InlineData(GrpcStatusCode.Unknown, true)]
    [InlineData(GrpcStatusCode.Internal, true)]
    [InlineData(GrpcStatusCode.DataLoss, true)]
    [InlineData(GrpcStatusCode.Aborted, true)]
    [InlineData(GrpcStatusCode.OutOfRange, true)]
    [InlineData(GrpcStatusCode.InvalidArgument, false)]
    [InlineData(GrpcStatusCode.NotFound, false)]
    [InlineData(GrpcStatusCode.PermissionDenied, false)]
    [InlineData(GrpcStatusCode.Unauthenticated, false)]
    [InlineData(GrpcStatusCode.FailedPrecondition, false)]
    public async Task Call_WithRetries_TriesAgainByCode(GrpcStatusCode code, bool again)
    {
        await using var server = await FakeService.StartAsync();
        var connection = await ConnectAsync(server);
        server.Fail(new GrpcException(code, "first"), new GrpcException(code, "second"));

        var call = () => connection.WorkflowService.DescribeNamespaceAsync(new(), new() { Retry = true });

        if (again)
        {
            await call();
            server.Calls.Count.ShouldBe(4);
            return;
        }

        var thrown = await Should.ThrowAsync<RpcException>(call);
        thrown.Code.ShouldBe((RpcException.StatusCode)code);
        thrown.Message.ShouldBe("first");
        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Call_Raw_IsTriedOnce()
    {
        await using var server = await FakeService.StartAsync();
        var connection = await ConnectAsync(server);
        server.Fail(new GrpcException(GrpcStatusCode.Unavailable, "gone"));
        (await Should.ThrowAsync<RpcException>(() => connection.WorkflowService.DescribeNamespaceAsync(new()))).Code.ShouldBe(RpcException.StatusCode.Unavailable);
    }

    [Fact]
    public async Task Call_TriesUsedUp_ThrowsTheLastError()
    {
        await using var server = await FakeService.StartAsync();
        var connection = await ConnectAsync(server);
        server.Fail([.. Enumerable.Range(1, 10).Select(i => new GrpcException(GrpcStatusCode.Unavailable, $"{i}"))]);
        (await Should.ThrowAsync<RpcException>(() => connection.WorkflowService.DescribeNamespaceAsync(new(), new() { Retry = true }))).Message.ShouldBe("4");
    }

    [Fact]
    public async Task Timeout_OfCall_IsToldToTheServer()
    {
        await using var server = await FakeService.StartAsync();
        var connection = await ConnectAsync(server);
        await connection.WorkflowService.DescribeNamespaceAsync(new(), new() { Timeout = TimeSpan.FromSeconds(7) });
        GrpcWire.ParseTimeout(server.Last["grpc-timeout"])!.Value.ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7));
        await connection.WorkflowService.DescribeNamespaceAsync(new());
        GrpcWire.ParseTimeout(server.Last["grpc-timeout"])!.Value.ShouldBeInRange(TimeSpan.FromSeconds(28), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Token_CancelledBefore_ThrowsOperationCanceled()
    {
        await using var server = await FakeService.StartAsync();
        var connection = await ConnectAsync(server);
        await Should.ThrowAsync<OperationCanceledException>(
            () => connection.WorkflowService.DescribeNamespaceAsync(new(), new() { CancellationToken = new(canceled: true) }));
    }

    [Fact]
    public async Task LazyConnection_ManyFirstCalls_ConnectsOnce()
    {
        await using var server = await FakeService.StartAsync();
        var connection = TemporalConnection.CreateLazy(new(server.Address));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => connection.WorkflowService.DescribeNamespaceAsync(new())));
        server.Calls.Count(call => call.Method.EndsWith("/GetSystemInfo", StringComparison.Ordinal)).ShouldBe(1);
        server.Calls.Count.ShouldBe(9);
    }

    private static Task<TemporalConnection> ConnectAsync(FakeService server) => TemporalConnection.ConnectAsync(new(server.Address)
    {
        RpcRetry = new() { InitialInterval = TimeSpan.FromMilliseconds(1), MaxInterval = TimeSpan.FromMilliseconds(5), MaxRetries = 3 },
    });
}
