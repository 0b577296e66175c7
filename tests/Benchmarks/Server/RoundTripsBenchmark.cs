using Gauntlet.Benchmarks.Server.Load;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Activities a second that go all the way: scheduled by a workflow, polled, completed, told to the workflow, which schedules the next.</summary>
internal sealed class RoundTripsBenchmark() : ServerBenchmark("round-trips", "activity round trips/s of 64 runs")
{
    private const string Queue = "Activities";
    private const int Runs = 64, Pollers = 32, FirstPollers = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3), Span = TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    protected override async Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation)
    {
        var completed = 0;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var work = Task.WhenAll(
            Pressure.UntilAsync(FirstPollers, token => WorkAsync(client, sticky: false, token), end.Token),
            Pressure.UntilAsync(Pollers, token => WorkAsync(client, sticky: true, token), end.Token),
            Pressure.UntilAsync(Pollers, async token =>
            {
                var task = await client.PollActivityAsync(Queue, token);
                if (task.TaskToken.IsEmpty) return;
                await client.CompleteActivityAsync(task, token);
                Interlocked.Increment(ref completed);
            }, end.Token));
        await Pressure.EachAsync(Runs, number => client.StartAsync($"run-{number}", Queue, cancellation), cancellation);
        await Task.Delay(WarmUp, TimeProvider.System, cancellation);
        var (before, watch) = (completed, TimeProvider.System.GetTimestamp());
        await Task.Delay(Span, TimeProvider.System, cancellation);
        var rate = (completed - before) / TimeProvider.System.GetElapsedTime(watch).TotalSeconds;
        await end.CancelAsync();
        await work;
        return rate;
    }

    private static async Task WorkAsync(LoadClient client, bool sticky, CancellationToken cancellation)
    {
        var task = await client.PollAsync(Queue, sticky, cancellation);
        if (!task.TaskToken.IsEmpty) await client.CompleteAsync(task, Activity($"{task.StartedEventId}"), Queue, cancellation);
    }

    private static Command Activity(string id) => new()
    {
        CommandType = CommandType.ScheduleActivityTask,
        ScheduleActivityTaskCommandAttributes = new()
        {
            ActivityId = id,
            ActivityType = new() { Name = "Nothing" },
            TaskQueue = new() { Name = Queue },
            StartToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(1)),
        },
    };
}
