using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Tests.Host;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;

namespace Gauntlet.Temporal.Server.Tests.Testing;

public sealed class ClockEndpointsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task UnlockTimeSkippingWithSleep_NothingElseHolds_JumpsAndLocksAgain()
    {
        await using var server = await TestServer.StartAsync(new() { TimeSkipping = true });
        var before = await NowAsync(server);

        await CallAsync<SleepRequest, SleepResponse>(server, new() { Duration = Duration.FromTimeSpan(TimeSpan.FromDays(2)) }, "UnlockTimeSkippingWithSleep");
        var after = await NowAsync(server);

        (after - before).ShouldBeInRange(TimeSpan.FromDays(2), TimeSpan.FromDays(2) + Patience);
        await CallAsync<UnlockTimeSkippingRequest, UnlockTimeSkippingResponse>(server, new(), "UnlockTimeSkipping");
    }

    [Fact]
    public async Task SleepUntil_Unlocked_JumpsThere()
    {
        await using var server = await TestServer.StartAsync(new() { TimeSkipping = true, StartUnlocked = true });
        var target = await NowAsync(server) + TimeSpan.FromHours(5);

        await CallAsync<SleepUntilRequest, SleepResponse>(server, new() { Timestamp = Timestamp.FromDateTimeOffset(target) }, "SleepUntil");

        (await NowAsync(server)).ShouldBeInRange(target, target + Patience);
    }

    [Fact]
    public async Task SleepUntil_InThePast_ReturnsAtOnce()
    {
        await using var server = await TestServer.StartAsync(new() { TimeSkipping = true });
        var past = await NowAsync(server) - TimeSpan.FromHours(1);

        await CallAsync<SleepUntilRequest, SleepResponse>(server, new() { Timestamp = Timestamp.FromDateTimeOffset(past) }, "SleepUntil");
    }

    [Fact]
    public async Task UnlockTimeSkipping_NotLocked_IsRefused()
    {
        await using var server = await TestServer.StartAsync(new() { TimeSkipping = true, StartUnlocked = true });

        var error = await TestServer.RefusalAsync(CallAsync<UnlockTimeSkippingRequest, UnlockTimeSkippingResponse>(server, new(), "UnlockTimeSkipping"));

        error.Code.ShouldBe(GrpcStatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task TestService_WithoutTimeSkipping_IsUnknown()
    {
        await using var server = await TestServer.StartAsync();

        (await TestServer.RefusalAsync(NowAsync(server))).Code.ShouldBe(GrpcStatusCode.Unimplemented);
    }

    private static async Task<DateTimeOffset> NowAsync(TestServer server) =>
        (await server.CallAsync<Empty, GetCurrentTimeResponse>(ServiceNames.Test, new(), method: "GetCurrentTime")).Time.ToDateTimeOffset();

    private static Task<TResponse> CallAsync<TRequest, TResponse>(TestServer server, TRequest request, string method)
        where TRequest : class, Google.Protobuf.IMessage<TRequest>
        where TResponse : class, Google.Protobuf.IMessage<TResponse>, new() => server.CallAsync<TRequest, TResponse>(ServiceNames.Test, request, method: method);
}
