using Gauntlet.Temporal.Grpc.AspNetCore;
using Grpc.Health.V1;
using Temporalio.Api.ErrorDetails.V1;

namespace Gauntlet.Temporal.Grpc.Tests;

public class GrpcChannelTests
{
    private const string Service = "grpc.health.v1.Health";

    [Fact]
    public async Task CallAsync_ServedMethod_ReturnsItsAnswer()
    {
        await using var server = await ServeAsync((request, _) => Answer(request.Service.Length == 3 ? HealthCheckResponse.Types.ServingStatus.Serving : HealthCheckResponse.Types.ServingStatus.NotServing));
        using var channel = server.Connect();

        (await CheckAsync(channel, "abc")).Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
        (await CheckAsync(channel, "ab")).Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.NotServing);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public async Task CallAsync_CompressedRequest_ArrivesWhole(int length)
    {
        var seen = string.Empty;
        await using var server = await ServeAsync((request, _) =>
        {
            seen = request.Service;
            return Answer(HealthCheckResponse.Types.ServingStatus.Serving);
        });
        using var channel = server.Connect(gzip: true);

        await CheckAsync(channel, new string('x', length));

        seen.Length.ShouldBe(length);
    }

    [Fact]
    public async Task CallAsync_StatusWithDetails_ThrowsBoth()
    {
        await using var server = await ServeAsync((_, _) => throw GrpcException.With(GrpcStatusCode.AlreadyExists, "läuft schon: 100 %", new WorkflowExecutionAlreadyStartedFailure { RunId = "r1" }));
        using var channel = server.Connect();

        var error = await Should.ThrowAsync<GrpcException>(() => CheckAsync(channel, "x"));

        error.Code.ShouldBe(GrpcStatusCode.AlreadyExists);
        error.Detail.ShouldBe("läuft schon: 100 %");
        error.DetailOf<WorkflowExecutionAlreadyStartedFailure>()!.RunId.ShouldBe("r1");
        error.DetailOf<NotFoundFailure>().ShouldBeNull();
    }

    [Fact]
    public async Task CallAsync_UnknownService_IsUnimplemented()
    {
        await using var server = await LoopbackServer.StartAsync(new GrpcServiceMap());
        using var channel = server.Connect();

        var error = await Should.ThrowAsync<GrpcException>(() => CheckAsync(channel, "x"));

        error.Code.ShouldBe(GrpcStatusCode.Unimplemented);
        error.Detail.ShouldBe("unknown service grpc.health.v1.Health");
    }

    [Fact]
    public async Task CallAsync_HandlerBreaks_IsInternalAndNamesTheError()
    {
        await using var server = await ServeAsync((_, _) => throw new InvalidOperationException("broken"));
        using var channel = server.Connect();

        var error = await Should.ThrowAsync<GrpcException>(() => CheckAsync(channel, "x"));

        error.Code.ShouldBe(GrpcStatusCode.Internal);
        error.Detail.ShouldBe("InvalidOperationException: broken");
    }

    [Fact]
    public async Task CallAsync_DeadlinePasses_IsDeadlineExceededOnBothSides()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ServeAsync(async (_, call) =>
        {
            call.Deadline.ShouldNotBeNull();
            using var registration = call.CancellationToken.Register(told.SetResult);
            await told.Task;
            return new HealthCheckResponse();
        });
        using var channel = server.Connect();

        var error = await Should.ThrowAsync<GrpcException>(() => CheckAsync(channel, "x", new GrpcCallOptions { Timeout = TimeSpan.FromMilliseconds(50) }));

        error.Code.ShouldBe(GrpcStatusCode.DeadlineExceeded);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task CallAsync_CallerCancels_ThrowsAndTellsTheServer()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ServeAsync(async (_, call) =>
        {
            using var registration = call.CancellationToken.Register(told.SetResult);
            arrived.SetResult();
            await told.Task;
            return new HealthCheckResponse();
        });
        using var channel = server.Connect();
        using var cancel = new CancellationTokenSource();

        var call = CheckAsync(channel, "x", cancellationToken: cancel.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task CallAsync_UnavailableTwice_SucceedsWithRetries()
    {
        var calls = 0;
        await using var server = await ServeAsync((_, _) => Interlocked.Increment(ref calls) < 3 ? throw new GrpcException(GrpcStatusCode.Unavailable, "not yet") : Answer(HealthCheckResponse.Types.ServingStatus.Serving));
        using var channel = server.Connect();
        var fast = new GrpcRetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(1) };

        (await CheckAsync(channel, "x", new GrpcCallOptions { Retry = fast })).Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);

        calls.ShouldBe(3);
    }

    [Fact]
    public async Task CallAsync_InvalidArgument_IsNotRetried()
    {
        var calls = 0;
        await using var server = await ServeAsync((_, _) =>
        {
            Interlocked.Increment(ref calls);
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "no");
        });
        using var channel = server.Connect();

        await Should.ThrowAsync<GrpcException>(() => CheckAsync(channel, "x", new GrpcCallOptions { Retry = new GrpcRetryPolicy() }));

        calls.ShouldBe(1);
    }

    [Fact]
    public async Task CallAsync_Metadata_ReachesTheServer()
    {
        string? text = null, binary = null;
        await using var server = await ServeAsync((_, call) =>
        {
            text = call.Metadata["client-name"];
            binary = call.Metadata["trace-bin"];
            return Answer(HealthCheckResponse.Types.ServingStatus.Serving);
        });
        using var channel = server.Connect();

        await CheckAsync(channel, "x", new GrpcCallOptions
        {
            Metadata = new Dictionary<string, string> { ["client-name"] = "temporal-dotnet" },
            BinaryMetadata = new Dictionary<string, byte[]> { ["trace-bin"] = [1, 2, 3, 4] },
        });

        text.ShouldBe("temporal-dotnet");
        GrpcWire.DecodeBinary(binary!).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task CallAsync_NobodyListens_IsUnavailableAndNamesTheTarget()
    {
        using var channel = new GrpcChannel(new GrpcChannelOptions { Target = "127.0.0.1:1" });

        var error = await Should.ThrowAsync<GrpcException>(() => CheckAsync(channel, "x"));

        error.Code.ShouldBe(GrpcStatusCode.Unavailable);
        error.Detail.ShouldStartWith("127.0.0.1:1: ");
    }

    [Fact]
    public async Task CallAsync_RequestOverTheLimit_IsResourceExhausted()
    {
        await using var server = await LoopbackServer.StartAsync(Map(new GrpcServiceMap { ReceiveLimit = 100 }, (_, _) => Answer(HealthCheckResponse.Types.ServingStatus.Serving)));
        using var channel = server.Connect();

        var error = await Should.ThrowAsync<GrpcException>(() => CheckAsync(channel, new string('x', 200)));

        error.Code.ShouldBe(GrpcStatusCode.ResourceExhausted);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7233")]
    [InlineData("127.0.0.1:port")]
    public void Constructor_TargetIsNoAddress_SaysWhatItWants(string target) =>
        Should.Throw<ArgumentException>(() => new GrpcChannel(new GrpcChannelOptions { Target = target })).Message.ShouldContain("give host:port without a scheme");

    private static Task<HealthCheckResponse> CheckAsync(GrpcChannel channel, string service, GrpcCallOptions? options = null, CancellationToken cancellationToken = default) =>
        channel.CallAsync<HealthCheckRequest, HealthCheckResponse>(Service, "Check", new HealthCheckRequest { Service = service }, options, cancellationToken);

    private static Task<HealthCheckResponse> Answer(HealthCheckResponse.Types.ServingStatus status) => Task.FromResult(new HealthCheckResponse { Status = status });

    private static Task<LoopbackServer> ServeAsync(Func<HealthCheckRequest, GrpcServerCall, Task<HealthCheckResponse>> handler) =>
        LoopbackServer.StartAsync(Map(new GrpcServiceMap(), handler));

    private static GrpcServiceMap Map(GrpcServiceMap map, Func<HealthCheckRequest, GrpcServerCall, Task<HealthCheckResponse>> handler) => map.Unary(Service, "Check", handler);
}
