using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Versioning;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

/// <summary>What deployments do over any store: the next server knows all that this one has said.</summary>
public abstract class DeploymentBookContract
{
    private static readonly QueueKey Queue = new("default", "queue", TaskQueueType.Workflow);
    private static readonly WorkerVersion One = new("shop", "1");

    /// <summary>A store with nothing in it.</summary>
    private protected abstract Task<IRecordStore> CreateAsync();

    [SkippableFact]
    public async Task Register_OfAWorker_IsKnownToTheNextServer()
    {
        var records = await CreateAsync();
        await ChangeAsync(records, async book =>
        {
            await book.RegisterAsync(Queue, One);
            await book.RegisterAsync(Queue with { Type = TaskQueueType.Activity }, One);
            await book.RegisterAsync(Queue, One);
        });
        await ChangeAsync(records, book =>
        {
            book.Find("default", "shop")!.Versions["1"].Queues.ShouldBe([new("queue", TaskQueueType.Workflow), new("queue", TaskQueueType.Activity)]);
            book.Find("elsewhere", "shop").ShouldBeNull();
            return Task.CompletedTask;
        });
    }

    [SkippableFact]
    public async Task Change_OfEverything_IsKnownToTheNextServer()
    {
        var records = await CreateAsync();
        Deployment? made = null;
        await ChangeAsync(records, async book =>
        {
            await book.RegisterAsync(Queue, One);
            await book.ChangeAsync("default", "shop", (shop, now) => (shop!.SetCurrent("1", "me", now), true));
            await book.ChangeAsync("default", "shop", (shop, now) => (shop!.SetRamp(new("2", 30.5f), "me", now), true));
            await book.ChangeAsync("default", "shop", (shop, now) => (shop!.SetManager("boss", "me", now), true));
            await book.ChangeAsync("default", "shop", (shop, _) => (shop!.Note("1", [new("note", new Payload { Data = ByteString.CopyFromUtf8("1") })], []), true));
            await book.ChangeAsync("default", "shop", (shop, now) => (shop!.SetRamp(new(null, 5), "you", now), true));
            made = book.Find("default", "shop");
        });
        await ChangeAsync(records, book =>
        {
            var known = book.Find("default", "shop")!;
            DeploymentView.Info(known).ShouldBe(DeploymentView.Info(made!));
            DeploymentView.Info(known, known.Versions["1"]).ShouldBe(DeploymentView.Info(made!, made!.Versions["1"]));
            DeploymentView.Info(known, known.Versions["2"]).ShouldBe(DeploymentView.Info(made, made.Versions["2"]));
            return Task.CompletedTask;
        });
    }

    [SkippableFact]
    public async Task Start_WithACurrentVersion_RoutesItsQueues()
    {
        var records = await CreateAsync();
        await ChangeAsync(records, async book =>
        {
            await book.RegisterAsync(Queue, One);
            await book.ChangeAsync("default", "shop", (shop, now) => (shop!.SetCurrent("1", "me", now), true));
        });
        var queues = new TaskQueues(TimeProvider.System);
        using var next = new DeploymentBook(records, queues, TimeProvider.System);
        queues.Target(Queue, null, "id").ShouldBeNull();
        await next.StartAsync();
        queues.Target(Queue, null, "id").ShouldBe(One);
        queues.Knows(Queue, One).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Change_ToNothing_ForgetsDeploymentAndRouting()
    {
        var records = await CreateAsync();
        var queues = new TaskQueues(TimeProvider.System);
        using (var book = new DeploymentBook(records, queues, TimeProvider.System))
        {
            await book.RegisterAsync(Queue, One);
            await book.ChangeAsync("default", "shop", (_, _) => ((Deployment?)null, true));
            queues.Routing(Queue).ShouldBeNull();
        }

        await ChangeAsync(records, book =>
        {
            book.All("default").ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }

    [SkippableFact]
    public async Task DeleteAll_OfANamespace_LeavesThoseOfOthers()
    {
        var records = await CreateAsync();
        await ChangeAsync(records, async book =>
        {
            await book.RegisterAsync(Queue, One);
            await book.RegisterAsync(Queue with { Namespace = "elsewhere" }, One);
            await book.DeleteAllAsync("default");
        });
        await ChangeAsync(records, book =>
        {
            (book.All("default").Count, book.All("elsewhere").Count).ShouldBe((0, 1));
            return Task.CompletedTask;
        });
    }

    [SkippableFact]
    public async Task Register_OfOneQueueTooMany_IsRefused()
    {
        await ChangeAsync(await CreateAsync(), async book =>
        {
            for (var i = 0; i < 100; i++) await book.RegisterAsync(Queue with { Name = $"q{i}" }, One);
            var refused = await Should.ThrowAsync<GrpcException>(async () => await book.RegisterAsync(Queue with { Name = "more" }, One));
            (refused.Code, refused.Message).ShouldBe((GrpcStatusCode.ResourceExhausted, "cannot add task queue more since maximum number of task queues (100) have been registered in deployment"));
        });
    }

    private static async Task ChangeAsync(IRecordStore records, Func<DeploymentBook, Task> change)
    {
        using var book = new DeploymentBook(records, new TaskQueues(TimeProvider.System), TimeProvider.System);
        await book.StartAsync();
        await change(book);
    }
}
