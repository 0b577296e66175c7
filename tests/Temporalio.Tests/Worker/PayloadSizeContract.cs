using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Runtime;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

/// <summary>What becomes of payloads that are large, and too large.</summary>
public abstract class PayloadSizeContract(ServerFixture server) : WorkerContract(server)
{
    private readonly RecordingLogger _log = new();

    private IEnumerable<string> Said => _log.Lines.Select(line => line.Text).Where(text => text.Contains("[TMPRL1103]", StringComparison.Ordinal));

    [SkippableFact]
    public async Task Result_OverTheWarning_IsWarnedOfAndSent()
    {
        (await RunAsync(new() { PayloadsWarnSize = 1000 }, new(TaskQueue), 2000)).Length.ShouldBe(2000);
        Said.ShouldContain(text => text.Contains("exceeded the warning limit", StringComparison.Ordinal) && text.Contains("limit: 1000 bytes", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Result_WithoutWarning_IsSentInSilence()
    {
        (await RunAsync(new() { PayloadsWarnSize = 0, MemoWarnSize = 0 }, new(TaskQueue), 600_000)).Length.ShouldBe(600_000);
        Said.ShouldBeEmpty();
    }

    // Neither server says its limit of 2 MiB beforehand, so that it is the server that ends the run.
    [SkippableFact]
    public async Task Result_OverTheServersLimit_EndsTheRun()
    {
        var thrown = await Should.ThrowAsync<WorkflowFailedException>(() => RunAsync(new(), new(TaskQueue), 3_000_000));
        thrown.InnerException.ShouldBeOfType<TerminatedFailureException>();
    }

    private async Task<string> RunAsync(PayloadLimitsOptions limits, TemporalWorkerOptions options, int size)
    {
        var client = await ConnectAsync(limits);
        using var worker = new TemporalWorker(client, options.AddWorkflow<LargeResult>());
        return await worker.ExecuteAsync(() => client.ExecuteWorkflowAsync((LargeResult wf) => wf.RunAsync(size), NewWorkflow()).WaitAsync(Soon));
    }

    private Task<TemporalClient> ConnectAsync(PayloadLimitsOptions limits) => TemporalClient.ConnectAsync(new(Client.Connection.Options.TargetHost!)
    {
        PayloadLimits = limits,
        LoggerFactory = new Loggers(_log),
    });

    private sealed class Loggers(ILogger log) : ILoggerFactory
    {
        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("One logger takes everything.");

        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
