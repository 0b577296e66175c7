using System.Globalization;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Deployment.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

/// <summary>Calls a server and writes down, without times and ids, what it says of deployments and of the versions that runs are on.</summary>
internal sealed class DeploymentTranscript(string address) : IDisposable
{
    public const string Queue = "counter", Shop = "shop";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly GrpcChannel _channel = new(new() { Target = address });
    private readonly List<string> _lines = [];

    /// <summary>What was written down.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public void Dispose() => _channel.Dispose();

    public void Title(string text) => _lines.Add($"# {text}");

    public void Note(string text) => _lines.Add(text);

    /// <summary>Calls a method of the workflow service.</summary>
    public Task<TResponse> CallAsync<TRequest, TResponse>(TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() =>
        _channel.CallAsync<TRequest, TResponse>(ServiceNames.Workflow, request.Descriptor.Name[..^"Request".Length], request, new() { Timeout = Patience });

    /// <summary>Calls it, and notes what it says, or how it refuses.</summary>
    public async Task TellAsync<TRequest, TResponse>(string what, TRequest request, Func<TResponse, string> say)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new()
    {
        try
        {
            Note($"{what}: {say(await CallAsync<TRequest, TResponse>(request))}");
        }
        catch (GrpcException refused)
        {
            Note($"{what}: {refused.Code} {refused.Detail}");
        }
    }

    /// <summary>Asks until the answer is as it should be.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isSo)
    {
        for (var last = TimeProvider.System.GetUtcNow() + Patience; ;)
        {
            var answer = await ask();
            if (isSo(answer)) return answer;
            if (TimeProvider.System.GetUtcNow() > last) throw new TimeoutException($"not so within {Patience}: {answer}");
            await Task.Yield();
        }
    }

    public async Task StartAsync(string id, string type, VersioningOverride? asked = null, RetryPolicy? retry = null)
    {
        await CallAsync<StartWorkflowExecutionRequest, StartWorkflowExecutionResponse>(new()
        {
            Namespace = "default",
            WorkflowId = id,
            WorkflowType = new() { Name = type },
            TaskQueue = new() { Name = Queue },
            RequestId = Guid.NewGuid().ToString(),
            VersioningOverride = asked,
            RetryPolicy = retry,
        });
        await RestedAsync(id);
    }

    public async Task SignalAsync(string id, string signal)
    {
        await CallAsync<SignalWorkflowExecutionRequest, SignalWorkflowExecutionResponse>(
            new() { Namespace = "default", WorkflowExecution = new() { WorkflowId = id }, SignalName = signal, RequestId = Guid.NewGuid().ToString() });
        await RestedAsync(id);
    }

    /// <summary>Waits until the run has done its first task and nothing of it is pending.</summary>
    public Task<DescribeWorkflowExecutionResponse> RestedAsync(string id) => UntilAsync(
        () => CallAsync<DescribeWorkflowExecutionRequest, DescribeWorkflowExecutionResponse>(new() { Namespace = "default", Execution = new() { WorkflowId = id } }),
        static run => run.WorkflowExecutionInfo is { HistoryLength: > 3, Status: not WorkflowExecutionStatus.ContinuedAsNew } && run.PendingWorkflowTask is null && run.PendingActivities.Count == 0 && run.PendingChildren.All(static child => child.RunId.Length > 0));

    /// <summary>Notes who did what for a run, and on which version it is.</summary>
    public async Task ShowAsync(string id)
    {
        var run = await RestedAsync(id);
        var history = await CallAsync<GetWorkflowExecutionHistoryRequest, GetWorkflowExecutionHistoryResponse>(
            new() { Namespace = "default", Execution = new() { WorkflowId = id } });
        Note($"{id}: {string.Join(' ', history.History.Events.Select(Event).Where(static e => e.Length > 0))}");
        Note($"  {Info(run.WorkflowExecutionInfo)}");
    }

    /// <summary>A version as the transcript names it.</summary>
    public static string Name(WorkerDeploymentVersion? version) => version is null ? "none" : $"{version.DeploymentName}/{version.BuildId}";

    private static string Info(WorkflowExecutionInfo info)
    {
        var attributes = info.SearchAttributes?.IndexedFields.OrderBy(static a => a.Key, StringComparer.Ordinal).Select(static a => $"{a.Key}={a.Value.Data.ToStringUtf8()}") ?? [];
        var points = info.AutoResetPoints.Points.Select(static p => string.Create(CultureInfo.InvariantCulture, $"{p.BuildId}@{p.FirstWorkflowTaskCompletedId}"));
        return $"deployment={info.WorkerDeploymentName} versioning={info.VersioningInfo?.ToString() ?? "null"} attributes=[{string.Join(' ', attributes)}] points=[{string.Join(' ', points)}] {info.Status}";
    }

    private static string Event(HistoryEvent e) => e switch
    {
        { WorkflowExecutionStartedEventAttributes: { } started } => $"started({Name(started.InheritedPinnedVersion)},{started.VersioningOverride?.ToString() ?? "null"})",
        { WorkflowTaskScheduledEventAttributes: { } scheduled } => scheduled.TaskQueue.Kind == TaskQueueKind.Sticky ? $"task({scheduled.TaskQueue.Name})" : "task",
        { WorkflowTaskStartedEventAttributes: { } started } => $"by({started.Identity})",
        { WorkflowTaskCompletedEventAttributes: { } done } => $"done({done.VersioningBehavior},{Name(done.DeploymentVersion)},{done.WorkerDeploymentName})",
        { WorkflowTaskFailedEventAttributes: { } failed } => $"failed({failed.Cause})",
        { WorkflowTaskTimedOutEventAttributes: { } late } => $"late({late.TimeoutType})",
        { ActivityTaskStartedEventAttributes: { } started } => $"activity-by({started.Identity})",
        { WorkflowExecutionOptionsUpdatedEventAttributes: { } options } => $"options({options.VersioningOverride?.ToString() ?? "null"},{options.UnsetVersioningOverride})",
        { WorkflowExecutionSignaledEventAttributes: { } signal } => $"signal({signal.SignalName})",
        _ => string.Empty,
    };
}
