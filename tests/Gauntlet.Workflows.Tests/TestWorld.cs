using Gauntlet.Contracts;
using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Progress;
using Gauntlet.Workflows.Paper;
using Gauntlet.Workflows.Pipeline;
using Gauntlet.Workflows.Promotion;
using Gauntlet.Workflows.Safety;
using Gauntlet.Workflows.Training;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Testing;
using Temporalio.Worker;

namespace Gauntlet.Workflows.Tests;

/// <summary>A server that skips time, a worker with every workflow, and scripted activities.</summary>
internal sealed class TestWorld : IAsyncDisposable
{
    private static readonly TimeSpan Heartbeats = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly WorkflowEnvironment _environment;

    private TestWorld(WorkflowEnvironment environment) => _environment = environment;

    public ScriptedActivities Activities { get; } = new();

    public ITemporalClient Client => _environment.Client;

    public static async Task<TestWorld> StartAsync()
    {
        var environment = await WorkflowEnvironment.StartTimeSkippingAsync(new()
        {
            DataConverter = DataConverter.Default with { PayloadConverter = new DefaultPayloadConverter(ContractJson.Options) },
        });
        var request = new AddSearchAttributesRequest { Namespace = environment.Client.Options.Namespace };
        foreach (var name in new[] { AttributeNames.Stage, AttributeNames.Study, AttributeNames.Strategy, AttributeNames.Verdict, AttributeNames.Grade })
            request.SearchAttributes.Add(name, IndexedValueType.Keyword);
        request.SearchAttributes.Add(AttributeNames.Trial, IndexedValueType.Int);
        request.SearchAttributes.Add(AttributeNames.Stopped, IndexedValueType.Bool);
        await environment.Client.OperatorService.AddSearchAttributesAsync(request);
        return new(environment);
    }

    /// <summary>Runs a test while workers poll both task queues.</summary>
    public async Task RunAsync(Func<Task> test)
    {
        using var main = new TemporalWorker(Client, new TemporalWorkerOptions(TaskQueues.Main)
            .AddAllActivities(Activities)
            .AddWorkflow<PipelineWorkflow>().AddWorkflow<TrainingWorkflow>().AddWorkflow<PromotionWorkflow>().AddWorkflow<PaperWorkflow>().AddWorkflow<ArenaWorkflow>().AddWorkflow<SafetyWorkflow>());
        var compute = new TemporalWorkerOptions(TaskQueues.Compute) { MaxHeartbeatThrottleInterval = Heartbeats, DefaultHeartbeatThrottleInterval = Heartbeats };
        using var computing = new TemporalWorker(Client, compute.AddAllActivities(Activities));
        await main.ExecuteAsync(() => computing.ExecuteAsync(test));
    }

    public Task<DateTime> NowAsync() => _environment.GetCurrentTimeAsync();

    /// <summary>Lets workflow time pass.</summary>
    public Task SkipAsync(TimeSpan time) => _environment.DelayAsync(time);

    /// <summary>Asks a workflow for its status until it is as wanted.</summary>
    public async Task<WorkflowStatus> UntilAsync(string workflowId, Func<WorkflowStatus, bool> wanted)
    {
        var handle = Client.GetWorkflowHandle(workflowId);
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var status = await handle.QueryAsync<WorkflowStatus>(MessageNames.Status, [], new() { Rpc = new() { CancellationToken = limit.Token } });
            if (wanted(status)) return status;
        }
    }

    public ValueTask DisposeAsync() => _environment.DisposeAsync();
}
