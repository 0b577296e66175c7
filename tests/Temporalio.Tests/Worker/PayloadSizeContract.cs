using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Runtime;
using Temporalio.Tests.Runtime;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

/// <summary>What becomes of payloads that are large, and too large for a namespace that says its limit.</summary>
public abstract class PayloadSizeContract(ServerFixture server) : WorkerContract(server)
{
    private const int Limit = 10 * 1024;
    private const int TooLarge = Limit + 1024;

    private readonly RecordingLogger _log = new();

    private IEnumerable<string> Said => _log.Lines.Select(line => line.Text).Where(text => text.Contains("[TMPRL1103]", StringComparison.Ordinal));

    [SkippableFact]
    public async Task Result_OverTheWarning_IsWarnedOfAndSent()
    {
        (await RunAsync(new() { PayloadsWarnSize = 1000 }, new(TaskQueue), 2000)).Length.ShouldBe(2000);
        Said.ShouldContain(text =>
            text.Contains("Attempted to upload payloads with size that exceeded the warning limit.", StringComparison.Ordinal) &&
            text.Contains("commands[0].complete_workflow_execution_command_attributes.result", StringComparison.Ordinal) &&
            text.Contains("\"limit\":\"1000\"", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Result_WithoutWarning_IsSentInSilence()
    {
        (await RunAsync(new() { PayloadsWarnSize = 0, MemoWarnSize = 0 }, new(TaskQueue), 600_000)).Length.ShouldBe(600_000);
        Said.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Start_WithLargeMemoAndInput_IsWarnedOfBoth()
    {
        var client = await ConnectAsync(new() { PayloadsWarnSize = 1000 });
        var options = NewWorkflow();
        options.Memo = new Dictionary<string, object> { ["note"] = new string('m', 3000) };
        var handle = await client.StartWorkflowAsync("Nobody", [new string('x', 2000)], options);
        await handle.TerminateAsync();
        Said.Count(text => text.Contains("Attempted to upload payloads with size that exceeded the warning limit. {\"field\":\"input\"", StringComparison.Ordinal)).ShouldBe(1);
        Said.Count(text => text.Contains("Attempted to upload memo with size that exceeded the warning limit. {\"field\":\"memo\"", StringComparison.Ordinal)).ShouldBe(1);
    }

    // Servers that do not say their limit of 2 MiB beforehand end the run themselves.
    [SkippableFact]
    public async Task Result_OverTheServersLimit_EndsTheRun()
    {
        var thrown = await Should.ThrowAsync<WorkflowFailedException>(() => RunAsync(new(), new(TaskQueue), 3_000_000));
        thrown.InnerException.ShouldBeOfType<TerminatedFailureException>();
    }

    // Clients never refuse by themselves: the server does.
    [SkippableFact]
    public async Task Start_OverTheServersLimit_IsRefusedByTheServer()
    {
        var refused = await Should.ThrowAsync<RpcException>(() => Client.StartWorkflowAsync("Nobody", [new string('x', 3_000_000)], NewWorkflow()));
        refused.Code.ShouldBe(RpcException.StatusCode.InvalidArgument);
        refused.Message.ShouldBe("Blob data size exceeds limit.");
    }

    [SkippableFact]
    public async Task Result_OverTheNamespacesLimit_FailsTheTaskAndNotTheRun()
    {
        var client = await LimitedAsync();
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(TaskQueue).AddWorkflow<LargeResult>());
        await worker.ExecuteAsync(async () =>
        {
            var handle = await Client.StartWorkflowAsync((LargeResult wf) => wf.RunAsync(TooLarge), NewWorkflow());
            var failed = await FailedTaskAsync(handle);
            failed.Cause.ShouldBe(WorkflowTaskFailedCause.PayloadsTooLarge);
            failed.Failure.Message.ShouldStartWith("[TMPRL1103] Attempted to upload payloads with size that exceeded the error limit.");
            (await handle.DescribeAsync()).Status.ShouldBe(WorkflowExecutionStatus.Running);
            await handle.TerminateAsync();
        });
        _log.Lines.ShouldContain(line =>
            line.Level == LogLevel.Error &&
            line.Text.Contains("[TMPRL1103] Attempted to upload payloads with size that exceeded the error limit.", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Result_OverTheNamespacesLimitThatNobodyMinds_IsSent()
    {
        var client = await LimitedAsync();
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(TaskQueue) { DisablePayloadErrorLimit = true }.AddWorkflow<LargeResult>());
        var result = await worker.ExecuteAsync(() => Client.ExecuteWorkflowAsync((LargeResult wf) => wf.RunAsync(TooLarge), NewWorkflow()).WaitAsync(Soon));
        result.Length.ShouldBe(TooLarge);
    }

    [SkippableFact]
    public async Task ActivityResult_OverTheNamespacesLimit_FailsTheAttemptWhichIsRepeated()
    {
        var failure = await FailActivityAsync(ActivityDefinition.Create("Large", typeof(string), [], 0, _ => new string('x', TooLarge)));
        failure.Message.ShouldStartWith("[TMPRL1103] Attempted to upload payloads with size that exceeded the error limit.");
        failure.NonRetryable.ShouldBeFalse();
    }

    [SkippableFact]
    public async Task Heartbeat_OverTheNamespacesLimit_FailsTheAttemptAndCancelsItsCode()
    {
        var reasons = new List<ActivityCancelReason>();
        (await FailActivityAsync(ActivityDefinition.Create("Large", typeof(Task), [], 0, _ => BeatAsync()))).Message.ShouldStartWith("[TMPRL1103]");
        reasons.ShouldBe([ActivityCancelReason.CancelRequested, ActivityCancelReason.CancelRequested]);

        async Task BeatAsync()
        {
            var context = ActivityExecutionContext.Current;
            context.Heartbeat(new string('x', TooLarge));
            var told = new TaskCompletionSource();
            await using var cancelled = context.CancellationToken.Register(told.SetResult);
            await told.Task.WaitAsync(Soon);
            reasons.Add(context.CancelReason);
        }
    }

    private async Task<ApplicationFailureException> FailActivityAsync(ActivityDefinition activity)
    {
        var client = await LimitedAsync();
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(TaskQueue).AddActivity(activity).AddWorkflow<LargeActivity>());
        var thrown = await Should.ThrowAsync<WorkflowFailedException>(
            () => worker.ExecuteAsync(() => Client.ExecuteWorkflowAsync((LargeActivity wf) => wf.RunAsync(), NewWorkflow()).WaitAsync(Soon)));
        var failure = thrown.InnerException.ShouldBeOfType<ActivityFailureException>();
        failure.RetryState.ShouldBe(RetryState.MaximumAttemptsReached);
        return failure.InnerException.ShouldBeOfType<ApplicationFailureException>();
    }

    private async Task<string> RunAsync(PayloadLimitsOptions limits, TemporalWorkerOptions options, int size)
    {
        var client = await ConnectAsync(limits);
        using var worker = new TemporalWorker(client, options.AddWorkflow<LargeResult>());
        return await worker.ExecuteAsync(() => client.ExecuteWorkflowAsync((LargeResult wf) => wf.RunAsync(size), NewWorkflow()).WaitAsync(Soon));
    }

    private async Task<TemporalClient> LimitedAsync()
    {
        var connection = new AlteredConnection((TemporalConnection)(await ConnectAsync(new())).Connection);
        connection.Namespace(info => info.Limits.BlobSizeLimitError = Limit);
        return new(connection, new());
    }

    private Task<TemporalClient> ConnectAsync(PayloadLimitsOptions limits) => TemporalClient.ConnectAsync(new(Client.Connection.Options.TargetHost!)
    {
        PayloadLimits = limits,
        Runtime = new(new() { Telemetry = new() { Logging = new() { Forwarding = new() { Logger = _log } } } }),
    });
}
