using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Runtime;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

/// <summary>What a worker logs of handlers: those that are cut off by the end of their run, and in which scope they write.</summary>
public abstract class HandlerLogContract(ServerFixture server) : WorkerContract(server)
{
    private readonly RecordingLoggers _log = new();

    // One line for signals and one for updates, never when the workflow fails.
    [SkippableTheory]
    [InlineData("complete", 2)]
    [InlineData("cancel", 2)]
    [InlineData("fail", 0)]
    [InlineData("wait", 0)]
    public async Task Handlers_CutOffByTheEnd_AreWarnedOf(string end, int warnings)
    {
        var handle = await RunAsync("waits", end);
        var said = _log.Lines.Where(line => line.Text.Contains("[TMPRL1102]", StringComparison.Ordinal)).ToList();
        said.Count.ShouldBe(warnings);
        said.ShouldAllBe(line => line.Level == LogLevel.Warning && line.Text.Contains("handlers are still running", StringComparison.Ordinal));
        if (warnings > 0)
        {
            said.ShouldContain(line => line.Text.Contains("Signal x2", StringComparison.Ordinal));
            said.ShouldContain(line => line.Text.Contains("Update (u1)", StringComparison.Ordinal));
        }

        await ReplayAsync<CutOffWorkflow>(handle);
    }

    [SkippableFact]
    public async Task Handlers_ThatMayBeAbandoned_AreNotWarnedOf()
    {
        await RunAsync("abandoned", "complete");
        _log.Lines.ShouldNotContain(line => line.Text.Contains("[TMPRL1102]", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Lines_OfWorkflows_AreInTheScopeOfTheirRun()
    {
        var handle = await RunAsync("waits", "complete");
        var main = _log.Lines.First(line => line.Text == "main").Scope;
        main.Keys.ShouldBe(["Attempt", "Namespace", "FirstExecutionRunId", "RunId", "TaskQueue", "WorkflowId", "WorkflowType"], ignoreOrder: true);
        main["WorkflowId"].ShouldBe(handle.Id);
        main["RunId"].ShouldBe(handle.ResultRunId);
        foreach (var text in new[] { "update", "validator" })
        {
            var update = _log.Lines.First(line => line.Text == text);
            update.Category.ShouldBe("Temporalio.Workflow:CutOffWorkflow");
            update.Scope["UpdateId"].ShouldBe("u1");
            update.Scope["UpdateName"].ShouldBe("Update");
        }
    }

    // Starts a run with two signals and an update that wait, and lets it end.
    private async Task<WorkflowHandle> RunAsync(string prefix, string end)
    {
        var options = Options();
        options.LoggerFactory = _log;
        using var worker = new TemporalWorker(Client, options.AddWorkflow<CutOffWorkflow>());
        var handle = await Client.StartWorkflowAsync((CutOffWorkflow wf) => wf.RunAsync(), NewWorkflow());
        await worker.ExecuteAsync(async () =>
        {
            var names = prefix == "waits" ? ("Signal", "Update") : ("AbandonedSignal", "AbandonedUpdate");
            await handle.SignalAsync(names.Item1, []);
            await handle.SignalAsync(names.Item1, []);
            await handle.StartUpdateAsync(names.Item2, [], new("u1", WorkflowUpdateStage.Accepted));
            await (end == "cancel" ? handle.CancelAsync() : handle.SignalAsync(wf => wf.EndAsync(end)));
            try
            {
                await handle.GetResultAsync().WaitAsync(Soon);
            }
            catch (WorkflowFailedException) when (end is "cancel" or "fail")
            {
                // As it should.
            }
        });
        return handle;
    }
}
