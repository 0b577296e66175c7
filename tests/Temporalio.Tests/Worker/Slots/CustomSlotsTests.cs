using System.Collections.Concurrent;
using Temporalio.Client;
using Temporalio.Tests.Servers;
using Temporalio.Tests.Worker.Metrics;
using Temporalio.Worker;
using Temporalio.Worker.Tuning;

namespace Temporalio.Tests.Worker.Slots;

[Collection(EmbeddedServerCollection.Name)]
public class CustomSlotsTests(EmbeddedServerFixture server)
{
    private readonly string _queue = $"tq-{Guid.NewGuid()}";

    [Fact]
    public async Task Supplier_OfTheUsers_SeesEverySlotFromReservationToRelease()
    {
        var supplier = new Recorder();
        await RunAsync(supplier);

        supplier.Reserved.ShouldContain(c => c.SlotType == SlotType.Workflow && c.TaskQueue == _queue && !c.IsSticky);
        supplier.Reserved.ShouldContain(c => c.SlotType == SlotType.Workflow && c.IsSticky);
        supplier.Reserved.ShouldContain(c => c.SlotType == SlotType.Activity);
        supplier.Used.ShouldContain(new SlotInfo.ActivitySlotInfo("Greet"));
        supplier.Used.ShouldContain(u => u is SlotInfo.WorkflowSlotInfo && ((SlotInfo.WorkflowSlotInfo)u).WorkflowType == "Greeting");
        supplier.Out.ShouldBe(0, "every slot comes back");
    }

    [Fact]
    public async Task Supplier_ThatThrows_StopsNothing() => await RunAsync(new Recorder { Throws = true });

    [Fact]
    public async Task Worker_WithResourceBasedTuner_RunsWorkflows() => await RunAsync(WorkerTuner.CreateResourceBased(0.95, 0.95));

    [Fact]
    public async Task Worker_WithAutoscalingPollers_RunsWorkflows() => await RunAsync(null, options =>
    {
        options.WorkflowTaskPollerBehavior = new PollerBehavior.Autoscaling(1, 10, 2);
        options.ActivityTaskPollerBehavior = new PollerBehavior.Autoscaling();
    });

    private Task RunAsync(SlotSupplier supplier) => RunAsync(new WorkerTuner(supplier, supplier, supplier, supplier));

    private async Task RunAsync(WorkerTuner? tuner, Action<TemporalWorkerOptions>? more = null)
    {
        var options = new TemporalWorkerOptions(_queue) { Tuner = tuner }.AddWorkflow<Greeting>().AddActivity(Greeting.Greet);
        more?.Invoke(options);
        using var worker = new TemporalWorker(server.Client, options);
        await worker.ExecuteAsync(async () =>
        {
            var all = Enumerable.Range(0, 5).Select(i => server.Client.ExecuteWorkflowAsync(
                (Greeting wf) => wf.RunAsync($"{i}"), new($"wf-{Guid.NewGuid()}", _queue)));
            (await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(60))).ShouldContain("Hello, 3!");
        });
    }

    private sealed class Recorder : CustomSlotSupplier
    {
        private int _out;

        public ConcurrentQueue<SlotReserveContext> Reserved { get; } = new();

        public ConcurrentQueue<SlotInfo> Used { get; } = new();

        public bool Throws { get; init; }

        public int Out => _out;

        public override Task<SlotPermit> ReserveSlotAsync(SlotReserveContext ctx, CancellationToken cancellationToken)
        {
            Reserved.Enqueue(ctx);
            Interlocked.Increment(ref _out);
            return Task.FromResult(new SlotPermit(this));
        }

        public override SlotPermit? TryReserveSlot(SlotReserveContext ctx) => null;

        public override void MarkSlotUsed(SlotMarkUsedContext ctx)
        {
            ctx.Permit.UserData.ShouldBe(this);
            Used.Enqueue(ctx.SlotInfo);
            if (Throws)
            {
                throw new InvalidOperationException("Not my day");
            }
        }

        public override void ReleaseSlot(SlotReleaseContext ctx)
        {
            Interlocked.Decrement(ref _out);
            if (Throws)
            {
                throw new InvalidOperationException("Not my day");
            }
        }
    }
}
