using Gauntlet.Benchmarks.Server.Load;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Starts a second by schedules that are triggered at once; where they take very long, those that have come by then.</summary>
internal sealed class ScheduleStartsBenchmark() : ServerBenchmark("schedule-starts", "starts/s by 500 schedules triggered at once")
{
    private const string Type = "Scheduled";
    private const int Schedules = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5), Longest = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation)
    {
        await Pressure.EachAsync(Schedules, number => CreateAsync(client, number, cancellation), cancellation);
        var watch = TimeProvider.System.GetTimestamp();
        var triggers = Pressure.EachAsync(Schedules, number => TriggerAsync(client, number, cancellation), cancellation);
        for (var started = 0L; ; await Task.Delay(Pause, TimeProvider.System, cancellation))
        {
            started = await client.CountAsync($"WorkflowType = '{Type}'", cancellation);
            var elapsed = TimeProvider.System.GetElapsedTime(watch);
            if (started < Schedules && elapsed < Longest) continue;
            await triggers;
            return started / elapsed.TotalSeconds;
        }
    }

    private static Task CreateAsync(LoadClient client, int number, CancellationToken cancellation) => client.CallAsync<CreateScheduleRequest, CreateScheduleResponse>(
        "CreateSchedule",
        new()
        {
            Namespace = LoadClient.Namespace,
            ScheduleId = $"schedule-{number}",
            RequestId = Guid.NewGuid().ToString(),
            Schedule = new()
            {
                Spec = new() { Interval = { new Temporalio.Api.Schedule.V1.IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromDays(300)) } } },
                Action = new() { StartWorkflow = new() { WorkflowId = $"scheduled-{number}", WorkflowType = new() { Name = Type }, TaskQueue = new() { Name = Type } } },
            },
        },
        cancellation);

    private static Task TriggerAsync(LoadClient client, int number, CancellationToken cancellation) => client.CallAsync<PatchScheduleRequest, PatchScheduleResponse>(
        "PatchSchedule",
        new()
        {
            Namespace = LoadClient.Namespace,
            ScheduleId = $"schedule-{number}",
            RequestId = Guid.NewGuid().ToString(),
            Patch = new() { TriggerImmediately = new() { OverlapPolicy = ScheduleOverlapPolicy.AllowAll } },
        },
        cancellation);
}
