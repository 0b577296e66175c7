using Gauntlet.Benchmarks.Server.Load;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Starts a second by schedules that are triggered at once.</summary>
internal sealed class ScheduleStartsBenchmark() : ServerBenchmark("schedule-starts", "starts/s by 500 schedules triggered at once")
{
    private const string Type = "Scheduled";
    private const int Schedules = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5), Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    protected override async Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation)
    {
        await Pressure.EachAsync(Schedules, number => CreateAsync(client, number, cancellation), cancellation);
        var watch = TimeProvider.System.GetTimestamp();
        var triggers = Pressure.EachAsync(Schedules, number => TriggerAsync(client, number, cancellation), cancellation);
        while (await client.CountAsync($"WorkflowType = '{Type}'", cancellation) < Schedules)
        {
            if (TimeProvider.System.GetElapsedTime(watch) > Patience) throw new TimeoutException($"The schedules did not start all of {Schedules} runs within {Patience}.");
            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }

        var rate = Schedules / TimeProvider.System.GetElapsedTime(watch).TotalSeconds;
        await triggers;
        return rate;
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
