using Temporalio.Worker;

namespace Temporalio.Extensions.Hosting;

/// <summary>Gives running workers another client, for instance with renewed credentials.</summary>
public class TemporalWorkerClientUpdater
{
    private readonly Lock _gate = new();
    private Action<IWorkerClient>? _updated;

    /// <summary>Gives another client to every worker that has this updater in its options.</summary>
    /// <param name="client">The client, connected.</param>
    public void UpdateClient(IWorkerClient client)
    {
        lock (_gate)
        {
            _updated?.Invoke(client);
        }
    }

    /// <summary>Calls back with every new client.</summary>
    internal void Subscribe(Action<IWorkerClient> updated)
    {
        lock (_gate)
        {
            _updated += updated;
        }
    }

    /// <summary>Calls back no more.</summary>
    internal void Unsubscribe(Action<IWorkerClient> updated)
    {
        lock (_gate)
        {
            _updated -= updated;
        }
    }
}
