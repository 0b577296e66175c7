using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Client.Schedules;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Tests.Client;

/// <summary>Calls that are refused before a server is asked; nobody listens at the address.</summary>
public sealed class BadCallTests
{
    private readonly TemporalClient _client = TemporalClient.CreateLazy(new("127.0.0.1:1"));

    [Fact]
    public async Task Start_SignalArgumentsWithoutSignal_IsRefused() =>
        (await RefusedAsync(() => _client.StartWorkflowAsync("W", [], new("i", "q") { StartSignalArgs = [1] }))).ShouldContain("start signal");

    [Fact]
    public async Task Start_NullMemoValue_NamesTheKey() =>
        (await RefusedAsync(() => _client.StartWorkflowAsync("W", [], new("i", "q") { Memo = new Dictionary<string, object> { ["the-key"] = null! } }))).ShouldContain("the-key");

    [Fact]
    public async Task Start_ArgumentThatCannotBeWritten_IsNotSupported() =>
        await Should.ThrowAsync<NotSupportedException>(() => _client.StartWorkflowAsync("W", [() => 1], new("i", "q")));

    [Fact]
    public async Task Calls_OfMembersThatAreNone_AreRefused()
    {
        var handle = _client.GetWorkflowHandle<Plain>("id");
        await RefusedAsync(() => _client.StartWorkflowAsync((Plain wf) => wf.PlainAsync(), new("i", "q")));
        await RefusedAsync(() => handle.SignalAsync(wf => wf.RunAsync()));
        await RefusedAsync(() => handle.QueryAsync(wf => wf.PlainAsync()));
        await RefusedAsync(() => handle.ExecuteUpdateAsync(wf => wf.PlainAsync()));
        await RefusedAsync(() => handle.QueryAsync(wf => wf.Number() + 1));
    }

    [Theory]
    [InlineData(WorkflowUpdateStage.None)]
    [InlineData(WorkflowUpdateStage.Admitted)]
    public async Task Update_StageThatCannotBeAwaited_IsRefused(WorkflowUpdateStage stage) =>
        (await RefusedAsync(() => _client.GetWorkflowHandle("i").StartUpdateAsync("u", [], new(stage)))).ShouldContain(stage == WorkflowUpdateStage.None ? "WaitForStage" : "Admitted");

    [Fact]
    public async Task UpdateWithStart_OptionsThatDoNotGo_AreRefused()
    {
        (await RefusedAsync(() => UpdateWithStartAsync(_ => { }))).ShouldContain("conflict policy");
        await RefusedAsync(() => UpdateWithStartAsync(options => options.SignalWithStart("s", []), WorkflowIdConflictPolicy.UseExisting));
        await RefusedAsync(() => UpdateWithStartAsync(options => options.RequestEagerStart = true, WorkflowIdConflictPolicy.UseExisting));
        await RefusedAsync(() => UpdateWithStartAsync(options => options.Rpc = new(), WorkflowIdConflictPolicy.UseExisting));
    }

    [Fact]
    public async Task Schedules_WrongArguments_AreRefused()
    {
        (await RefusedAsync(() => _client.GetScheduleHandle("s").BackfillAsync([]))).ShouldContain("backfill");
        await RefusedAsync(() => _client.CreateScheduleAsync("s", new(ScheduleActionStartWorkflow.Create("W", [], new() { Id = "i" }), new())));
        await RefusedAsync(() => _client.CreateScheduleAsync("s", new(ScheduleActionStartWorkflow.Create("W", [], new() { TaskQueue = "q" }), new())));
    }

    [Fact]
    public void Headers_BeforeTheConnection_CannotBeChanged()
    {
        Should.Throw<InvalidOperationException>(() => _client.Connection.ApiKey = "k").Message.ShouldContain("if client never connected");
        Should.Throw<InvalidOperationException>(() => _client.Connection.RpcBinaryMetadata = []).Message.ShouldContain("if client never connected");
    }

    [Fact]
    public void SearchAttributes_WrongValues_AreRefused()
    {
        var key = SearchAttributeKey.CreateLong("Number");
        Should.Throw<KeyNotFoundException>(() => SearchAttributeCollection.Empty.Get(key));
        var texts = new SearchAttributeCollection.Builder().Set(SearchAttributeKey.CreateText("Number"), "x").ToSearchAttributeCollection();
        Should.Throw<KeyNotFoundException>(() => texts.Get(key));
        texts.TryGetValue(key, out _).ShouldBeFalse();
    }

    private static async Task<string> RefusedAsync(Func<Task> call) => (await Should.ThrowAsync<ArgumentException>(call)).Message;

    private Task UpdateWithStartAsync(Action<WorkflowOptions> change, WorkflowIdConflictPolicy policy = WorkflowIdConflictPolicy.Unspecified)
    {
        var options = new WorkflowOptions("i", "q") { IdConflictPolicy = policy };
        change(options);
        return _client.ExecuteUpdateWithStartWorkflowAsync("u", [], new(WithStartWorkflowOperation.Create("W", [], options)));
    }

    [Workflow]
    public class Plain
    {
        [WorkflowRun]
        public Task RunAsync() => PlainAsync();

        public Task PlainAsync() => Task.FromResult(Number());

        [WorkflowQuery]
        public int Number() => GetHashCode();
    }
}
