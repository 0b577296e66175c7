using System.Diagnostics.Metrics;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Filters;

namespace Gauntlet.Temporal.Server.Metrics;

/// <summary>What the server measures of itself, for whoever listens to its meter: OpenTelemetry's exporters, dotnet-counters, tests.</summary>
/// <remarks>Calls are named as Temporal's own server names them, so that its dashboards show ours.</remarks>
internal sealed class ServerMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Gauntlet.Temporal.Server";

    private static readonly RunFilter Everything = new(static _ => true, [], "all runs");

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _requests;
    private readonly Counter<long> _errors;
    private readonly Histogram<double> _latency;

    /// <param name="visibility">Runs to count.</param>
    /// <param name="queues">Queues to count.</param>
    public ServerMetrics(VisibilityIndex visibility, TaskQueues queues)
    {
        _requests = _meter.CreateCounter<long>("service_requests", "{call}", "Calls that ended.");
        _errors = _meter.CreateCounter<long>("service_errors", "{call}", "Calls that ended with an error, by its code.");
        _latency = _meter.CreateHistogram<double>("service_latency", "s", "Time of calls; long polls wait.");
        _meter.CreateObservableGauge("workflow_runs", () => Runs(visibility), "{run}", "Runs that can be seen, by namespace and status.");
        _meter.CreateObservableGauge("approximate_backlog_count", () => Backlogs(queues), "{task}", "Tasks that wait for a worker, by queue.");
        _meter.CreateObservableGauge("pollers", () => Pollers(queues), "{worker}", "Workers that polled in the last five minutes, by queue.");
    }

    /// <summary>Takes note of a call.</summary>
    /// <param name="path">Path of its method: <c>/service/method</c>.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="time">How long it took.</param>
    public void Ended(string path, GrpcStatusCode status, TimeSpan time)
    {
        if (!_requests.Enabled && !_latency.Enabled && !_errors.Enabled) return;
        var operation = new KeyValuePair<string, object?>("operation", path[(path.LastIndexOf('/') + 1)..]);
        _requests.Add(1, operation);
        _latency.Record(time.TotalSeconds, operation);
        if (status != GrpcStatusCode.OK) _errors.Add(1, operation, new("error_type", status.ToString()));
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Runs(VisibilityIndex visibility) =>
        from space in visibility.Namespaces
        from status in visibility.Count(space, Everything)
        select new Measurement<long>(status.Value, new("namespace", space), new("status", status.Key.ToString()));

    private static IEnumerable<Measurement<long>> Backlogs(TaskQueues queues) =>
        queues.All.Select(static queue => new Measurement<long>((long)queue.Report.Total.Count, Tags(queue.Key)));

    private static IEnumerable<Measurement<long>> Pollers(TaskQueues queues) =>
        queues.All.Select(static queue => new Measurement<long>(queue.Report.Pollers.Count, Tags(queue.Key)));

    private static KeyValuePair<string, object?>[] Tags(QueueKey queue) =>
        [new("namespace", queue.Namespace), new("taskqueue", queue.Name), new("task_type", queue.Type.ToString())];
}
