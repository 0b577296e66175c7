using Temporalio.Client;
using Temporalio.Worker;

namespace Temporalio.Extensions.Hosting;

/// <summary>Options of a hosted worker.</summary>
public class TemporalWorkerServiceOptions : TemporalWorkerOptions
{
    /// <summary>Creates options without a task queue.</summary>
    public TemporalWorkerServiceOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="taskQueue">Task queue.</param>
    public TemporalWorkerServiceOptions(string taskQueue)
        : base(taskQueue)
    {
    }

    /// <summary>A client of the worker's own. Default null: the host's <see cref="ITemporalClient"/>.</summary>
    public TemporalClientConnectOptions? ClientOptions { get; set; }

    /// <summary>Gives the running worker another client. Default null: nothing does.</summary>
    public TemporalWorkerClientUpdater? WorkerClientUpdater { get; set; }

    /// <summary>Makes a copy with lists of its own; the updater is shared.</summary>
    /// <returns>The copy.</returns>
    public override object Clone()
    {
        var copy = (TemporalWorkerServiceOptions)base.Clone();
        copy.ClientOptions = (TemporalClientConnectOptions?)ClientOptions?.Clone();
        return copy;
    }
}
