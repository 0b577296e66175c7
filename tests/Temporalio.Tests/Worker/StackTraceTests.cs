using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

/// <summary>The query <c>__stack_trace</c>, as the Web UI's call stack asks it.</summary>
[Collection(EmbeddedServerCollection.Name)]
public class StackTraceTests(EmbeddedServerFixture server) : WorkerContract(server)
{
    [Theory]
    [InlineData(WorkflowStackTrace.Normal, true)]
    [InlineData(WorkflowStackTrace.WithoutFileInfo, false)]
    public async Task StackTrace_OfWaits_NamesTheWorkflowsCodeAlone(WorkflowStackTrace mode, bool files)
    {
        var options = Options().AddWorkflow<WaitingTwice>();
        options.WorkflowStackTrace = mode;
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((WaitingTwice wf) => wf.RunAsync(), NewWorkflow());

            var trace = await handle.QueryAsync<string>("__stack_trace", []);

            var waits = trace.Split("\n\n");
            waits.Length.ShouldBe(2);
            waits.ShouldAllBe(wait => wait.StartsWith("Task waiting at:\n"));
            waits[0].ShouldContain($"{nameof(WaitingTwice)}.SleepAsync()");
            waits[1].ShouldContain($"{nameof(WaitingTwice)}.RunAsync()");
            trace.Contains("WaitingTwice.workflow.cs", StringComparison.Ordinal).ShouldBe(files);
            trace.ShouldNotContain("at System.");
            trace.ShouldNotContain("at Temporalio.Worker.");

            await handle.SignalAsync(wf => wf.EndAsync());
            await handle.GetResultAsync();
        });
    }
}
