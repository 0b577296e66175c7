using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Tests.Client;

public sealed class InterceptorTests
{
    private readonly List<string> _seen = [];
    private TemporalClient? _client;

    [Fact]
    public async Task Calls_OfTypedHandle_ReachInterceptorsOutermostFirst()
    {
        var client = _client = TemporalClient.CreateLazy(new("127.0.0.1:1")
        {
            Interceptors = [new Recorder("outer", _seen, null), new Recorder("inner", _seen, () => _client!)],
        });

        var handle = await client.StartWorkflowAsync((Named workflow) => workflow.RunAsync("in"), new(id: "id", taskQueue: "queue"));
        await handle.SignalAsync(workflow => workflow.PokeAsync(1));
        (await handle.QueryAsync(workflow => workflow.State)).ShouldBeNull();
        (await handle.QueryAsync(workflow => workflow.StateOf("k"))).ShouldBeNull();
        await handle.StartUpdateAsync(workflow => workflow.ChangeAsync(2), new(WorkflowUpdateStage.Accepted));
        await handle.CancelAsync();
        await handle.TerminateAsync("why");

        _seen.ShouldBe(new[]
        {
            "start custom-name(in) id", "signal Poke(1)", "query State()", "query state-of(k)", "update Change(2)",
            "cancel run", "terminate why",
        }.SelectMany(call => new[] { $"outer {call}", $"inner {call}" }));
        client.Connection.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task Call_OfMethodWithoutAttribute_IsRefused()
    {
        var client = TemporalClient.CreateLazy(new("127.0.0.1:1"));
        var handle = client.GetWorkflowHandle<Named>("id");
        (await Should.ThrowAsync<ArgumentException>(() => handle.SignalAsync(workflow => workflow.PlainAsync())))
            .Message.ShouldContain("WorkflowSignal");
        (await Should.ThrowAsync<ArgumentException>(() => client.StartWorkflowAsync((Named workflow) => workflow.PlainAsync(), new("i", "q"))))
            .Message.ShouldContain("WorkflowRun");
    }

    [Fact]
    public void GetWorkflowHandle_Ids_AreKept()
    {
        var client = TemporalClient.CreateLazy(new("127.0.0.1:1"));
        var handle = client.GetWorkflowHandle<Named, string>("id", "run", "first");
        (handle with { RunId = "other" }).RunId.ShouldBe("other");
        handle.RunId.ShouldBe("run");
        handle.ResultRunId.ShouldBe("run");
        handle.FirstExecutionRunId.ShouldBe("first");
        handle.GetUpdateHandle<int>("u").ShouldBe(new(client, "u", "id", "run"));
    }

    [Workflow("custom-name")]
    public sealed class Named
    {
        [WorkflowQuery]
        public string? State { get; private set; }

        [WorkflowRun]
        public Task<string> RunAsync(string input) => Task.FromResult(input + State);

        [WorkflowSignal]
        public Task PokeAsync(int value)
        {
            State = $"{value}";
            return Task.CompletedTask;
        }

        [WorkflowQuery("state-of")]
        public string? StateOf(string key) => State + key;

        [WorkflowUpdate]
        public Task<int> ChangeAsync(int value) => Task.FromResult(value + (State?.Length ?? 0));

        public Task PlainAsync() => Task.FromResult(State);
    }

    private sealed class Recorder(string name, List<string> seen, Func<TemporalClient>? answering) : IClientInterceptor
    {
        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) =>
            new Outbound(nextInterceptor, name, seen, answering);
    }

    // The last one answers by itself, so that no server is needed.
    private sealed class Outbound(ClientOutboundInterceptor next, string name, List<string> seen, Func<TemporalClient>? answering)
        : ClientOutboundInterceptor(next)
    {
        public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input) => Seen(
            $"start {input.Workflow}({string.Join(',', input.Args)}) {input.Options.Id}",
            () => base.StartWorkflowAsync<TWorkflow, TResult>(input),
            client => new WorkflowHandle<TWorkflow, TResult>(client, input.Options.Id!, RunId: "run"));

        public override Task SignalWorkflowAsync(SignalWorkflowInput input) => Seen(
            $"signal {input.Signal}({string.Join(',', input.Args)})", async () => { await base.SignalWorkflowAsync(input); return 0; }, _ => 0);

        public override Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input) => Seen<TResult>(
            $"query {input.Query}({string.Join(',', input.Args)})", () => base.QueryWorkflowAsync<TResult>(input), _ => default!);

        public override Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input) => Seen(
            $"update {input.Update}({string.Join(',', input.Args)})",
            () => base.StartWorkflowUpdateAsync<TResult>(input),
            client => new WorkflowUpdateHandle<TResult>(client, "u", input.Id));

        public override Task CancelWorkflowAsync(CancelWorkflowInput input) => Seen(
            $"cancel {input.RunId}", async () => { await base.CancelWorkflowAsync(input); return 0; }, _ => 0);

        public override Task TerminateWorkflowAsync(TerminateWorkflowInput input) => Seen(
            $"terminate {input.Reason}", async () => { await base.TerminateWorkflowAsync(input); return 0; }, _ => 0);

        private Task<T> Seen<T>(string call, Func<Task<T>> onward, Func<TemporalClient, T> answer)
        {
            seen.Add($"{name} {call}");
            return answering is null ? onward() : Task.FromResult(answer(answering()));
        }
    }
}
