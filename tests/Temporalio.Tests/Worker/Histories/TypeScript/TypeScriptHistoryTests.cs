using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Tests.Worker.Histories.TypeScript;

public class TypeScriptHistoryTests
{
    [Theory]
    [InlineData("steps", "HELLO ADA+HELLO ADA|no Ada")]
    [InlineData("child", "HELLO ADA+HELLO ADA")]
    [InlineData("counter", 8)]
    public async Task Replay_HistoryOfTypeScript_EndsWithTheSameResult(string file, object expected)
    {
        var history = await ReadAsync(file);
        var results = new Results();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions { Interceptors = [results] }
            .AddWorkflow<SharedSteps>().AddWorkflow<SharedChild>().AddWorkflow<SharedCounter>());

        (await replayer.ReplayWorkflowAsync(history)).ReplayFailure.ShouldBeNull();

        results.Last.ShouldBe(expected);
        var recorded = history.Events.Last(e => e.EventType == EventType.WorkflowExecutionCompleted)
            .WorkflowExecutionCompletedEventAttributes.Result.Payloads_.Single();
        DataConverter.Default.PayloadConverter.ToValue(recorded, expected.GetType()).ShouldBe(expected);
    }

    [Fact]
    public async Task Replay_OtherCode_IsNondeterministic()
    {
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<OtherSteps>());
        var thrown = await Should.ThrowAsync<WorkflowNondeterminismException>(async () => await replayer.ReplayWorkflowAsync(await ReadAsync("steps")));
        thrown.Message.ShouldContain("Nondeterminism");
    }

    private static async Task<WorkflowHistory> ReadAsync(string file) => WorkflowHistory.FromJson(
        $"typescript-{file}", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Worker", "Histories", "TypeScript", $"{file}.json")));

    private sealed class Results : IWorkerInterceptor
    {
        public object? Last { get; private set; }

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Inbound(this, nextInterceptor);

        private sealed class Inbound(Results results, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
        {
            public override async Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input) =>
                results.Last = await base.ExecuteWorkflowAsync(input);
        }
    }
}
