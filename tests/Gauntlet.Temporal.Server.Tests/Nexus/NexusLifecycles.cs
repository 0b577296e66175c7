using Gauntlet.Temporal.Server.Tests.Engine;
using Temporalio.Api.Common.V1;
using static Gauntlet.Temporal.Server.Tests.Nexus.NexusWorker;

namespace Gauntlet.Temporal.Server.Tests.Nexus;

/// <summary>Takes every transition of Nexus operations, their cancel requests and completion callbacks. Backoffs are jumped over.</summary>
internal static class NexusLifecycles
{
    private const string Table = "Nexus operation", Cancels = "Nexus cancel request", Callbacks = "Completion callback";

    public static async Task WalkAsync(PassedTransitions passed)
    {
        await using var worker = await HandWorker.StartAsync(skipping: true);
        await worker.EndpointAsync();
        await AnswersAsync(worker);
        await CancellationsAsync(worker);
        await CallbacksAsync(worker, passed);
    }

    // Fails once, is done at the second attempt; another one fails until its time is over.
    private static async Task AnswersAsync(HandWorker worker)
    {
        await worker.StartWorkflowAsync("answers");
        await worker.StepAsync(Operation());
        await worker.RefuseAsync(await worker.PollNexusAsync(), "UNAVAILABLE");
        await worker.SucceedAsync(await worker.PollNexusAsync());
        await worker.StepAsync(Operation(limit: TimeSpan.FromMilliseconds(800)));
        await worker.RefuseAsync(await worker.PollNexusAsync(), "UNAVAILABLE");
        await worker.StepAsync(HandWorker.Complete());
    }

    // One request waits for the start, fails once and is delivered; another one is refused.
    private static async Task CancellationsAsync(HandWorker worker)
    {
        await worker.StartWorkflowAsync("cancels");
        await worker.StepAsync(Operation(), Cancel(5));
        await worker.BeginAsync(await worker.PollNexusAsync());
        await worker.RefuseAsync(await worker.PollNexusAsync(), "INTERNAL");
        await worker.AnswerAsync(await worker.PollNexusAsync(), new() { CancelOperation = new() });
        await worker.StepAsync(HandWorker.Complete());
        await worker.StartWorkflowAsync("refused");
        await worker.StepAsync(Operation(limit: TimeSpan.FromMinutes(1)));
        await worker.BeginAsync(await worker.PollNexusAsync());
        await worker.StepAsync(Cancel(5));
        await worker.RefuseAsync(await worker.PollNexusAsync(), "NOT_FOUND");
        await worker.StepAsync();

        // Nobody ends it, so its time is over.
        await worker.StepAsync(HandWorker.Complete());
    }

    // One callback comes while its operation backs off, another one too late.
    private static async Task CallbacksAsync(HandWorker worker, PassedTransitions passed)
    {
        await worker.StartWorkflowAsync("caller");
        await worker.StepAsync(Operation());
        var task = await worker.PollNexusAsync();
        await worker.StartHandlerAsync(task);
        await worker.StartHandlerAsync(task, "late");
        var handlers = await worker.PollAsync("handlers");
        var others = await worker.PollAsync("handlers");
        await worker.RefuseAsync(task, "UNAVAILABLE");
        await worker.CompleteAsync(handlers, HandWorker.Complete());
        await passed.OfAsync(Table, "BackingOff", "Started");
        await passed.OfAsync(Callbacks, "Scheduled", "Succeeded");
        await worker.CompleteAsync(others, HandWorker.Complete());
        await passed.OfAsync(Callbacks, "Scheduled", "Failed");
        await passed.OfAsync(Cancels, "Offered", "Failed");
    }
}
