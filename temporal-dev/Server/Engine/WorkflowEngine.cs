using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Engine.Deadlines;
using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Queries;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Versioning;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Engine;

/// <summary>Runs workflows: puts the engine's parts together, and starts and stops them.</summary>
internal sealed class WorkflowEngine : IAsyncDisposable
{
    private readonly EngineServices _services;
    private readonly RunTimers _timers;
    private readonly OutboxQueue _outbox;
    private readonly WorkflowRuns _runs;
    private readonly ILogger _log;
    private readonly CircuitBreakers _breakers;
    private readonly NexusDispatch _nexus;
    private readonly CancellationTokenSource _end = new();

    public WorkflowEngine(EngineServices services)
    {
        _services = services;
        _log = services.Loggers.CreateLogger<WorkflowEngine>();
        _timers = new(services.Clock, services.Hold);
        _outbox = new(services.Store, services.WallClock, services.Hold, _log);
        _runs = new(services.Store, services.Clock, services.Hold, services.Visibility, new(), _timers, _outbox);
        Queues = new(services.WallClock);
        _breakers = new(services.WallClock);
        _nexus = new(_runs, Queues, services.Nexus, _breakers, services.Clock, _log);
    }

    /// <summary>Queues of tasks, for descriptions.</summary>
    public TaskQueues Queues { get; }

    /// <summary>What can be said to a run.</summary>
    public MessageCalls Messages => new(_runs);

    /// <summary>How runs are started.</summary>
    public StartCalls Starts => new(_runs, new(_services.SearchAttributes, _services.Nexus), new(_services.Store), Queues);

    /// <summary>Takes callbacks of Nexus operations over HTTP.</summary>
    public HttpCallbacks NexusCallbacks => new(new(_runs));

    /// <summary>The runs themselves, to be read.</summary>
    public WorkflowRuns Runs => _runs;

    /// <summary>Where they are kept.</summary>
    public IRunStore Store => _services.Store;

    /// <summary>Takes up what the store holds, and starts working.</summary>
    public async Task StartAsync()
    {
        var handlers = new OutboxHandlers(
            _runs, _services.Store, Queues, new(_runs, Queues), new(_runs), new(_runs, _services.Store, new(_runs, _services.Store, new(_runs))), _nexus);
        foreach (var record in await _services.Store.ReadVisibleAsync())
        {
            _services.Visibility.Upsert(record);
        }

        foreach (var state in await _services.Store.ReadOpenRunsAsync())
        {
            _runs.Live(state.Key).SyncHolds(state, _services.Hold);
            _timers.Set(state.Key, RunDeadlines.Next(state)?.Due);
            _outbox.Add([.. OpenOffers.Of(state).Select(offer => new OutboxEntry(string.Empty, offer))]);
        }

        _outbox.Add(await _services.Store.ReadOutboxAsync());
        _outbox.Start(handlers.HandleAsync);
        _timers.Start(new DueWork(_runs, _services.WallClock, _log, _end.Token).DoAsync);
    }

    /// <summary>Adds the engine's methods to a server.</summary>
    /// <param name="map">Where to.</param>
    /// <param name="versions">Takes note of workers that have a version.</param>
    public void Map(GrpcServiceMap map, IWorkerVersions versions)
    {
        var answers = new WorkflowTaskAnswers(_services.Store);
        var requests = new StartRequests(_services.SearchAttributes, _services.Nexus);
        var polls = new TaskPolls(Queues, versions, _services.WallClock);
        var updates = new UpdateCalls(_runs, _services.WallClock);
        ExecutionEndpoints.Map(
            map,
            Starts,
            new MultiOperationCalls(_runs, requests, updates),
            Messages,
            updates,
            new QueryCalls(_runs, Queues, new DirectQueries(), _services.WallClock));
        InspectionEndpoints.Map(map, new DescribeCalls(_runs, _breakers), new HistoryCalls(_runs, _services.Store, _services.WallClock));
        AdministrationEndpoints.Map(map, new ResetCalls(_runs), new ActivityAdminCalls(_runs), new OptionsCalls(_runs));
        TaskEndpoints.Map(
            map,
            new WorkflowTaskCalls(_runs, polls, Queues, new(_services.SearchAttributes, _services.NamespaceId, _services.Nexus, Queues), answers),
            new ActivityTaskCalls(_runs, polls, Queues));
        new NexusTaskCalls(_nexus, polls).Map(map);
    }

    public async ValueTask DisposeAsync()
    {
        _timers.Dispose();
        await _end.CancelAsync();
        await _outbox.DisposeAsync();
        await _nexus.DisposeAsync();
        _end.Dispose();
    }
}
