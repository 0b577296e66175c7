using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Time;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;

namespace Gauntlet.Temporal.Server.Testing;

/// <summary>Lets a client of a time-skipping server hold the clock, let it go, and sleep on it.</summary>
internal sealed class ClockEndpoints(VirtualClock clock)
{
    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map, VirtualClock clock)
    {
        var self = new ClockEndpoints(clock);
        map.Unary<LockTimeSkippingRequest, LockTimeSkippingResponse>(ServiceNames.Test, "LockTimeSkipping", (_, _) => Task.FromResult(self.Lock()))
            .Unary<UnlockTimeSkippingRequest, UnlockTimeSkippingResponse>(ServiceNames.Test, "UnlockTimeSkipping", (_, _) => Task.FromResult(self.Unlock()))
            .Unary<SleepRequest, SleepResponse>(ServiceNames.Test, "Sleep", (r, call) => self.SleepAsync(r.Duration, call.CancellationToken))
            .Unary<SleepUntilRequest, SleepResponse>(ServiceNames.Test, "SleepUntil", (r, call) => self.SleepUntilAsync(r.Timestamp, call.CancellationToken))
            .Unary<SleepRequest, SleepResponse>(ServiceNames.Test, "UnlockTimeSkippingWithSleep", (r, call) => self.UnlockAndSleepAsync(r.Duration, call.CancellationToken))
            .Unary<Empty, GetCurrentTimeResponse>(ServiceNames.Test, "GetCurrentTime", (_, _) => Task.FromResult(self.Now()));
    }

    private LockTimeSkippingResponse Lock()
    {
        clock.Lock();
        return new();
    }

    private UnlockTimeSkippingResponse Unlock()
    {
        UnlockOnce();
        return new();
    }

    private Task<SleepResponse> SleepUntilAsync(Timestamp? until, CancellationToken cancellation) =>
        SleepAsync(until is null ? null : Duration.FromTimeSpan(until.Instant() - clock.GetUtcNow()), cancellation);

    private async Task<SleepResponse> SleepAsync(Duration? duration, CancellationToken cancellation)
    {
        if (duration?.Saturated() is { } span && span > TimeSpan.Zero) await clock.SleepAsync(span, static () => { }, cancellation);
        return new();
    }

    // The lock comes back in the timer's own callback, so that the clock stands exactly where the sleep ended.
    private async Task<SleepResponse> UnlockAndSleepAsync(Duration? duration, CancellationToken cancellation)
    {
        var span = duration?.Saturated() ?? TimeSpan.Zero;
        Task asleep;
        using (clock.Hold("start of a sleep"))
        {
            UnlockOnce();
            asleep = clock.SleepAsync(span > TimeSpan.Zero ? span : TimeSpan.Zero, clock.Lock, cancellation);
        }

        await asleep;
        return new();
    }

    private GetCurrentTimeResponse Now() => new() { Time = Timestamp.FromDateTimeOffset(clock.GetUtcNow()) };

    private void UnlockOnce()
    {
        try
        {
            clock.Unlock();
        }
        catch (InvalidOperationException unbalanced)
        {
            throw new GrpcException(GrpcStatusCode.FailedPrecondition, unbalanced.Message, inner: unbalanced);
        }
    }
}
