using System.Collections.Concurrent;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Store.Json;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>The deployments of workers, kept in the store, and known to the task queues that their workers poll.</summary>
/// <param name="records">Where they are kept.</param>
/// <param name="queues">What is told where tasks go.</param>
/// <param name="clock">Real time, whatever the clock of workflows does.</param>
internal sealed class DeploymentBook(IRecordStore records, TaskQueues queues, TimeProvider clock) : IWorkerVersions, IDisposable
{
    private const string Kind = "worker-deployment";

    private readonly ConcurrentDictionary<(string Namespace, string Name), Deployment> _deployments = new();
    private readonly SemaphoreSlim _changing = new(1, 1);

    /// <summary>Takes up what was kept.</summary>
    public async Task StartAsync()
    {
        foreach (var record in await records.ReadAsync(Kind))
        {
            var deployment = StoreJson.Read<Deployment>(record.Data);
            _deployments[(record.Namespace, deployment.Name)] = deployment;
            Route(record.Namespace, null, deployment);
        }
    }

    /// <summary>A deployment; null for none of that name.</summary>
    public Deployment? Find(string @namespace, string name) => _deployments.GetValueOrDefault((@namespace, name));

    /// <summary>The deployments of a namespace, latest first.</summary>
    public IReadOnlyList<Deployment> All(string @namespace) =>
        [.. _deployments.Where(entry => entry.Key.Namespace == @namespace).Select(static entry => entry.Value).OrderByDescending(static d => d.Created).ThenBy(static d => d.Name, StringComparer.Ordinal)];

    /// <summary>Every version of every namespace.</summary>
    public IEnumerable<(string Namespace, Deployment Deployment, DeploymentVersion Version)> Versions =>
        _deployments.SelectMany(static entry => entry.Value.Versions.Values.Select(version => (entry.Key.Namespace, entry.Value, version)));

    /// <inheritdoc/>
    public ValueTask RegisterAsync(QueueKey queue, WorkerVersion version) =>
        queues.Knows(queue, version) ? ValueTask.CompletedTask : new(AddAsync(queue, version));

    /// <summary>Makes a change, and answers what it answers. Once this returns, it cannot be lost.</summary>
    /// <param name="namespace">Namespace of the deployment.</param>
    /// <param name="name">Its name.</param>
    /// <param name="step">From what there is (null for nothing) and the time to what there is to be (null to forget it), and the answer. It may refuse by throwing.</param>
    public async Task<T> ChangeAsync<T>(string @namespace, string name, Func<Deployment?, DateTimeOffset, (Deployment? Next, T Answer)> step)
    {
        await _changing.WaitAsync();
        try
        {
            var before = Find(@namespace, name);
            var (next, answer) = step(before, clock.GetUtcNow());
            if (!ReferenceEquals(before, next)) await KeepAsync(@namespace, name, before, next);
            return answer;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Forgets all deployments of a namespace.</summary>
    public async Task DeleteAllAsync(string @namespace)
    {
        foreach (var deployment in All(@namespace)) await ChangeAsync(@namespace, deployment.Name, static (_, _) => ((Deployment?)null, true));
    }

    /// <inheritdoc/>
    public void Dispose() => _changing.Dispose();

    private Task AddAsync(QueueKey queue, WorkerVersion version) => ChangeAsync(queue.Namespace, version.Deployment, (known, now) =>
    {
        if (known is null && DeploymentLimits.Fault(All(queue.Namespace).Count) is { } tooMany) throw tooMany;
        var added = new VersionQueue(queue.Name, queue.Type);
        if (known is not null && DeploymentLimits.Fault(known, version.Build, added) is { } fault) throw fault;
        return ((known ?? DeploymentChanges.New(version.Deployment, now)).With(version.Build, added, now), true);
    });

    private async ValueTask KeepAsync(string @namespace, string name, Deployment? before, Deployment? next)
    {
        if (next is null)
        {
            await records.RemoveAsync(Kind, @namespace, name);
            _deployments.TryRemove((@namespace, name), out _);
        }
        else
        {
            await records.SaveAsync(new(Kind, @namespace, name, StoreJson.Write(next)));
            _deployments[(@namespace, name)] = next;
        }

        Route(@namespace, before, next);
    }

    // Tells each queue of the deployment, also those that it has just left.
    private void Route(string @namespace, Deployment? before, Deployment? after)
    {
        var named = Queues(before).Concat(Queues(after)).Distinct().ToList();
        if (named.Count == 0) return;
        var deployments = All(@namespace);
        foreach (var queue in named) queues.Route(new(@namespace, queue.Name, queue.Type), QueueRouting.Of(deployments, queue));
    }

    private static IEnumerable<VersionQueue> Queues(Deployment? deployment) => deployment?.Versions.Values.SelectMany(static version => version.Queues) ?? [];
}
