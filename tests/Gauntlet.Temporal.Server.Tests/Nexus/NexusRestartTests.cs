using System.Net;
using Gauntlet.Temporal.Server.Tests.Engine;
using Gauntlet.Temporal.Server.Tests.Store.Postgres;
using Temporalio.Api.Enums.V1;
using static Gauntlet.Temporal.Server.Tests.Engine.HandWorker;
using static Gauntlet.Temporal.Server.Tests.Nexus.NexusWorker;

namespace Gauntlet.Temporal.Server.Tests.Nexus;

/// <summary>A server ends, the next one on the same database goes on with the operations and callbacks of the one before.</summary>
public sealed class NexusRestartTests : IAsyncLifetime
{
    private string _database = string.Empty;
    private HandWorker? _worker;

    private HandWorker Worker => _worker!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_worker is not null) await _worker.DisposeAsync();
    }

    [SkippableFact]
    public async Task Restart_OperationNobodyTook_IsOfferedAgain()
    {
        await StartAsync();
        var run = await Worker.StartWorkflowAsync();
        await Worker.StepAsync(Operation());
        await RestartAsync();
        await Worker.SucceedAsync(await Worker.PollNexusAsync());
        await Worker.StepAsync(Complete());
        (await Worker.TypesAsync(run)).Count(static type => type == EventType.NexusOperationCompleted).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Restart_TaskThatAHandlerHas_IsAnsweredByItsToken()
    {
        await StartAsync();
        var run = await Worker.StartWorkflowAsync();
        await Worker.StepAsync(Operation());
        var task = await Worker.PollNexusAsync();
        await RestartAsync();
        await Worker.SucceedAsync(task);
        await Worker.StepAsync(Complete());
        (await Worker.TypesAsync(run)).Count(static type => type == EventType.NexusOperationCompleted).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Restart_AttemptThatFailed_IsMadeAgainAtItsTime()
    {
        await StartAsync();
        var run = await Worker.StartWorkflowAsync();
        await Worker.StepAsync(Operation(limit: TimeSpan.FromHours(1)));
        await Worker.RefuseAsync(await Worker.PollNexusAsync(), "UNAVAILABLE");
        await RestartAsync();
        (await Worker.PendingAsync(run))!.Attempt.ShouldBe(1);
        await Worker.SucceedAsync(await Worker.PollNexusAsync());
        await Worker.StepAsync(Complete());
        (await Worker.TypesAsync(run)).ShouldContain(EventType.NexusOperationCompleted);
    }

    [SkippableFact]
    public async Task Restart_CancelRequestAndCallback_ReachTheirEnds()
    {
        await StartAsync();
        var caller = await Worker.StartWorkflowAsync();
        await Worker.StepAsync(Operation());
        var start = await Worker.PollNexusAsync();
        var handler = await Worker.StartHandlerAsync(start);
        await Worker.BeginAsync(start);
        await Worker.StepAsync(Cancel(5));
        await RestartAsync();
        var cancel = await Worker.PollNexusAsync();
        cancel.Request.CancelOperation.OperationToken.ShouldBe("token");
        await Worker.AnswerAsync(cancel, new() { CancelOperation = new() });
        await Worker.StepAsync();
        await RestartAsync();
        await Worker.CompleteAsync(await Worker.PollAsync("handlers"), Complete());
        await Worker.StepAsync(Complete());
        await RestartAsync();

        (await Worker.TypesAsync(caller)).Where(static type => type.ToString().StartsWith("Nexus", StringComparison.Ordinal)).ShouldBe(
        [
            EventType.NexusOperationScheduled, EventType.NexusOperationStarted, EventType.NexusOperationCancelRequested,
            EventType.NexusOperationCancelRequestCompleted, EventType.NexusOperationCompleted,
        ]);
        (await Worker.DescribeAsync(handler)).Callbacks.Single().Callback.Nexus.Url.ShouldBe(start.Request.StartOperation.Callback);
    }

    [SkippableFact]
    public async Task Restart_HandlerElsewhere_CallsBackTheNextServer()
    {
        await StartAsync();
        using var handler = new ElsewhereHandler();
        await Worker.EndpointAsync("elsewhere", handler.Url);
        var run = await Worker.StartWorkflowAsync();
        await Worker.StepAsync(Operation(endpoint: "elsewhere"));
        var asked = await handler.Asked;
        await Worker.StepAsync();
        await RestartAsync();

        (await handler.CallBackAsync(asked, "succeeded")).ShouldBe(HttpStatusCode.OK);
        (await handler.CallBackAsync(asked, "succeeded")).ShouldBe(HttpStatusCode.NotFound);
        await Worker.StepAsync(Complete());
        var completed = (await Worker.HistoryAsync(run)).Single(static e => e.EventType == EventType.NexusOperationCompleted);
        completed.NexusOperationCompletedEventAttributes.Result.Data.ToStringUtf8().ShouldBe("\"done\"");
    }

    private async Task StartAsync()
    {
        _database = await TestCluster.NewDatabaseAsync();
        _worker = await HandWorker.StartAsync(new EmbeddedServerOptions { ConnectionString = _database });
        await Worker.EndpointAsync();
    }

    private async Task RestartAsync()
    {
        await Worker.DisposeAsync();
        _worker = await HandWorker.StartAsync(new EmbeddedServerOptions { ConnectionString = _database });
    }
}
