using Gauntlet.Activities;
using Gauntlet.Activities.Paper;
using Gauntlet.Activities.Running;
using Gauntlet.Activities.Safety;
using Gauntlet.Contracts.Names;
using Gauntlet.Storage;
using Gauntlet.Storage.Database;
using Gauntlet.Workflows.Paper;
using Gauntlet.Workflows.Pipeline;
using Gauntlet.Workflows.Promotion;
using Gauntlet.Workflows.Safety;
using Gauntlet.Workflows.Training;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Client;
using Temporalio.Worker;

namespace Gauntlet.Host.Composition;

/// <summary>A worker in this process, on both task queues.</summary>
internal sealed class GauntletWorker : IAsyncDisposable
{
    // Heartbeats bring cancellation back: an emergency stop must be felt within a second.
    private static readonly TimeSpan Heartbeats = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _end = new();
    private readonly ServiceProvider _services;
    private readonly TemporalWorker[] _workers;

    private GauntletWorker(ServiceProvider services, TemporalWorker[] workers)
    {
        _services = services;
        _workers = workers;
        Completion = Task.WhenAll(workers.Select(worker => worker.ExecuteAsync(_end.Token)));
    }

    /// <summary>Ends only with the worker: cancelled when it was told to, with an error when it failed.</summary>
    public Task Completion { get; }

    /// <summary>Starts a worker.</summary>
    /// <param name="client">A client of the server that it polls.</param>
    /// <param name="database">Where it stores.</param>
    /// <param name="plan">How it works.</param>
    /// <param name="feed">Brings the bars of paper trading; null (the default) replays the stored ones.</param>
    public static GauntletWorker Start(ITemporalClient client, GauntletDatabase database, WorkerPlan plan, IBarFeed? feed = null)
    {
        var services = new ServiceCollection();
        if (feed is not null) services.AddSingleton(feed);
        services
            .AddGauntletStorage(database)
            .AddSingleton<IRunningWorkflows>(new RunningWorkflows(client))
            .AddGauntletActivities(new() { CodeVersion = CodeVersion.Current, PaceFactor = plan.Pace.Factor });
        var provider = services.BuildServiceProvider();
        var main = Options(TaskQueues.Main, provider)
            .AddWorkflow<PipelineWorkflow>()
            .AddWorkflow<TrainingWorkflow>()
            .AddWorkflow<PromotionWorkflow>()
            .AddWorkflow<PaperWorkflow>()
            .AddWorkflow<ArenaWorkflow>()
            .AddWorkflow<SafetyWorkflow>();
        var compute = Options(TaskQueues.Compute, provider);
        compute.MaxConcurrentActivities = plan.MaxConcurrentCompute;
        return new(provider, [new(client, main), new(client, compute)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        // Told to stop, it ends as cancelled; a failure has been seen by whoever watched its completion.
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var worker in _workers) worker.Dispose();
        await _services.DisposeAsync();
        _end.Dispose();
    }

    // Every activity on both queues: which one a call takes is the workflow's choice by the weight of the work.
    private static TemporalWorkerOptions Options(string queue, ServiceProvider services)
    {
        var options = new TemporalWorkerOptions(queue)
        {
            MaxHeartbeatThrottleInterval = Heartbeats,
            DefaultHeartbeatThrottleInterval = Heartbeats,
            // The Web UI's call stack: our workflows wait seldom and long, so that keeping where costs nothing that counts.
            WorkflowStackTrace = WorkflowStackTrace.Normal,
        };
        foreach (var activity in ActivitiesModule.Main.Concat(ActivitiesModule.Compute)) options.AddAllActivities(activity, services.GetRequiredService(activity));
        return options;
    }
}
