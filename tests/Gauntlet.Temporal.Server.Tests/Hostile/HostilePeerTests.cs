using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Tests.Engine;
using Gauntlet.Temporal.Server.Tests.Host;
using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Hostile;

// What some peers do must not keep others from being served.
[Collection(HostileCollection.Name)]
public sealed class HostilePeerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Garbage_OnManyConnections_StopsNobody()
    {
        await using var worker = await HandWorker.StartAsync();
        var random = new Random(20260101);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 4096)];
            random.NextBytes(bytes);
            using var peer = await RawPeer.ConnectAsync(worker.Server.Server.Port);
            await peer.SendAsync(i % 2 == 0 ? bytes : [.. RawPeer.Preface, .. bytes]);
        }

        await ServesAsync(worker);
    }

    [Fact]
    public async Task HalfOpenConnections_AThousand_StopNobody()
    {
        await using var worker = await HandWorker.StartAsync();
        var peers = new List<RawPeer>();
        for (var i = 0; i < 1000; i++)
        {
            peers.Add(await RawPeer.ConnectAsync(worker.Server.Server.Port));
            if (i % 2 == 0) await peers[^1].SendAsync(RawPeer.Preface.AsMemory(0, (i % RawPeer.Preface.Length) + 1));
        }

        await ServesAsync(worker);

        peers.ForEach(static peer => peer.Dispose());
    }

    [Fact]
    public async Task PollFlood_TenThousandPolls_StopsNobody()
    {
        await using var worker = await HandWorker.StartAsync();
        using var flood = new GrpcChannel(new() { Target = worker.Server.Server.Address });
        using var end = new CancellationTokenSource();
        var polls = Enumerable.Range(0, 10_000).Select(number => flood.CallAsync<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>(
            ServiceNames.Workflow,
            "PollWorkflowTaskQueue",
            new() { Namespace = "default", TaskQueue = new() { Name = $"flood-{number % 100}" }, Identity = "flood" },
            HandWorker.Patience,
            end.Token)).ToList();

        await ServesAsync(worker);

        await end.CancelAsync();
        await Task.WhenAll(polls).ContinueWith(static _ => { }, TaskScheduler.Default).WaitAsync(Patience);
        polls.ShouldAllBe(static poll => poll.IsCanceled);
    }

    // It asks for a large history again and again and takes none of the answers.
    [Fact]
    public async Task SlowReader_OfLargeAnswers_StopsNobody()
    {
        await using var worker = await HandWorker.StartAsync();
        var large = new Temporalio.Api.Common.V1.Payloads { Payloads_ = { new Temporalio.Api.Common.V1.Payload { Data = ByteString.CopyFrom(new byte[1024 * 1024]) } } };
        var run = await worker.StartWorkflowAsync("large", start => start.Input = large);
        using var slow = new SlowReader();
        await slow.StartAsync(worker.Server.Server.Address, new GetWorkflowExecutionHistoryRequest { Namespace = "default", Execution = run }, requests: 50);

        await ServesAsync(worker);
    }

    private static async Task ServesAsync(HandWorker worker)
    {
        var run = await worker.StartWorkflowAsync($"served").WaitAsync(Patience);
        await worker.SignalAsync(run, "go").WaitAsync(Patience);
        var task = await worker.PollAsync().WaitAsync(Patience);
        task.History.Events.Count.ShouldBeGreaterThanOrEqualTo(3);
    }
}
