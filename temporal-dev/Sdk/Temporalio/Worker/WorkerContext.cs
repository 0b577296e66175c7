using System.Globalization;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Namespace.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Worker;

/// <summary>What the parts of a worker share.</summary>
internal sealed class WorkerContext
{
    private volatile IWorkerClient _client;

    /// <summary>Reads client and options.</summary>
    public WorkerContext(IWorkerClient client, TemporalWorkerOptions options)
    {
        _client = client;
        Options = options;
        TaskQueue = options.TaskQueue!;
        LoggerFactory = options.LoggerFactory ?? client.Options.LoggerFactory;
        Identity = options.Identity ?? Connection.Options.Identity ?? DefaultIdentity();
        Interceptors =
        [
            .. client.Options.Interceptors?.OfType<IWorkerInterceptor>() ?? [],
            .. options.Interceptors ?? [],
        ];
        StickyQueue = $"{Identity}-{Guid.NewGuid():N}";
        BuildId = options.DeploymentOptions?.Version?.BuildId ?? options.PlainBuildId ?? EntryBuild();
        var runtime = Connection.Options.Runtime ?? Runtime.TemporalRuntime.Default;
        MetricMeter = runtime.MetricMeter.WithTags(
        [
            new("namespace", Namespace),
            new("task_queue", TaskQueue),
        ]);
        Metrics = new(MetricMeter, runtime.MetricPrefix);
    }

    /// <summary>The client; may be replaced while the worker runs.</summary>
    public IWorkerClient Client
    {
        get => _client;
        set => _client = value;
    }

    /// <summary>The connection of the current client.</summary>
    public ITemporalConnection Connection => ConnectionOf(_client);

    /// <summary>Calls to the server.</summary>
    public WorkflowService Service => Connection.WorkflowService;

    /// <summary>Options.</summary>
    public TemporalWorkerOptions Options { get; }

    /// <summary>Namespace.</summary>
    public string Namespace => _client.Options.Namespace;

    /// <summary>Converter.</summary>
    public DataConverter DataConverter => _client.Options.DataConverter;

    /// <summary>Task queue.</summary>
    public string TaskQueue { get; }

    /// <summary>Task queue of this worker alone, for runs that it keeps.</summary>
    public string StickyQueue { get; }

    /// <summary>Whether runs are kept.</summary>
    public bool IsSticky => Options.MaxCachedWorkflows > 0;

    /// <summary>Name that the server shows.</summary>
    public string Identity { get; }

    /// <summary>Build id.</summary>
    public string BuildId { get; }

    /// <summary>Loggers.</summary>
    public ILoggerFactory LoggerFactory { get; }

    /// <summary>Meter.</summary>
    public MetricMeter MetricMeter { get; }

    /// <summary>Metrics of the worker itself.</summary>
    public Metrics.WorkerMetrics Metrics { get; }

    /// <summary>What the namespace takes; null if it does not say or nobody wants to know.</summary>
    public PayloadErrorLimits? PayloadErrors { get; private set; }

    /// <summary>Whether the server ends the polls of a worker that says that it stops, each with a task or without.</summary>
    public bool DoesServerEndPolls { get; private set; }

    /// <summary>Names this worker among all, so that the server finds its polls.</summary>
    public string InstanceKey { get; } = Guid.NewGuid().ToString();

    /// <summary>Interceptors, the client's first.</summary>
    public IReadOnlyList<IWorkerInterceptor> Interceptors { get; }

    /// <summary>The clock of timeouts and heartbeats.</summary>
    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>The connection of a client.</summary>
    /// <exception cref="InvalidOperationException">The client is lazy and not connected.</exception>
    public static ITemporalConnection ConnectionOf(IWorkerClient client) =>
        client.BridgeClientProvider is ITemporalConnection { IsConnected: true } connection
            ? connection
            : throw new InvalidOperationException("Cannot use unconnected lazy client for worker");

    /// <summary>Options of a call that must get through.</summary>
    public static RpcOptions Retried(CancellationToken cancellationToken = default) =>
        new() { Retry = true, CancellationToken = cancellationToken };

    /// <summary>Options of a call that must get through and brings what code made, which the namespace may find too large.</summary>
    public RpcOptions Reported(CancellationToken cancellationToken = default) =>
        new() { Retry = true, CancellationToken = cancellationToken, PayloadErrors = PayloadErrors };

    /// <summary>Learns what the namespace can do and takes.</summary>
    public void Learn(NamespaceInfo? info)
    {
        DoesServerEndPolls = info?.Capabilities?.WorkerPollCompleteOnShutdown == true;
        if (!Options.DisablePayloadErrorLimit)
        {
            PayloadErrors = PayloadErrorLimits.Of(info?.Limits);
        }
    }

    private static string DefaultIdentity() =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}@{Environment.MachineName}");

    private static string EntryBuild() =>
        System.Reflection.Assembly.GetEntryAssembly()?.ManifestModule.ModuleVersionId.ToString("N") ?? "unknown";
}
