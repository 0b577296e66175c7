using Gauntlet.Proofs.Server;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Testing;

namespace Gauntlet.Host.Tests.EndToEnd;

// The audit of `prove server` itself: histories as they were recorded pass, and none does from which an event is missing or in which one is twice.
public sealed class HistoryCheckTests : IAsyncLifetime
{
    // What is audited by more than the order of event ids.
    private static readonly EventType[] Audited =
    [
        EventType.ActivityTaskScheduled, EventType.ActivityTaskStarted, EventType.ActivityTaskCompleted, EventType.TimerStarted, EventType.TimerFired,
        EventType.StartChildWorkflowExecutionInitiated, EventType.ChildWorkflowExecutionStarted, EventType.ChildWorkflowExecutionCompleted,
        EventType.WorkflowExecutionSignaled, EventType.WorkflowExecutionUpdateAccepted, EventType.WorkflowExecutionUpdateCompleted, EventType.WorkflowExecutionCompleted,
    ];

    private readonly Ledger _ledger = new();
    private WorkflowEnvironment _environment = null!;
    private AuditedLoad _load = null!;

    public async Task InitializeAsync()
    {
        _environment = await WorkflowEnvironment.StartLocalAsync();
        _load = new(_environment.Client, _ledger, new(CancellationToken.None), CancellationToken.None);
        await _load.RunAsync(enough: new(canceled: true));
    }

    public async Task DisposeAsync()
    {
        _load.Dispose();
        await _environment.DisposeAsync();
    }

    [Fact]
    public async Task Audit_HistoriesAsRecorded_FindsNothingWrong()
    {
        var check = new HistoryCheck(_ledger);
        await new HistoryAudit(_environment.Client, _ledger, check).RunAsync(await _load.AuditAsync(), CancellationToken.None);

        check.Wrongs.ShouldBeEmpty();
        _ledger.Wrongs.ShouldBeEmpty();
        check.Counts.Workflows.ShouldBe(16);
        check.Counts.Links.ShouldBe(48);
        _load.Batches.ShouldBeGreaterThan(0);
        _load.ScheduledRuns.ShouldBeGreaterThan(0);
        _ledger.Beats.ShouldBe(48 * 4);
    }

    [Fact]
    public async Task Workflow_EventDroppedOrDoubled_IsWrong()
    {
        var id = _ledger.Workflows[0];
        var history = await HistoryAsync(id, null);
        history.Select(static e => e.EventType).Intersect(Audited).Count().ShouldBe(Audited.Length);
        for (var at = 0; at < history.Count; at++)
        {
            var type = history[at].EventType;
            foreach (var (how, tampered) in Tampered(history, at))
            {
                var check = new HistoryCheck(_ledger);
                check.Workflow(id, tampered);
                check.Wrongs.Where(wrong => !Audited.Contains(type) || !wrong.EndsWith("event ids have gaps", StringComparison.Ordinal)).ShouldNotBeEmpty($"{how} event {at + 1}, {type}");
            }
        }
    }

    [Fact]
    public async Task Chain_RunOrEventMissing_IsWrong()
    {
        var (id, links) = _ledger.Chains[0];
        var runs = new Dictionary<string, IReadOnlyList<HistoryEvent>>(StringComparer.Ordinal);
        await foreach (var run in _environment.Client.ListWorkflowsAsync($"WorkflowId = '{id}'")) runs.Add(run.RunId, await HistoryAsync(id, run.RunId));

        Wrongs(runs).ShouldBeEmpty();
        foreach (var (run, history) in runs)
        {
            Wrongs(runs.Where(one => one.Key != run).ToDictionary()).ShouldNotBeEmpty();
            for (var at = 0; at < history.Count; at++)
                foreach (var (how, tampered) in Tampered(history, at)) Wrongs(new(runs) { [run] = tampered }).ShouldNotBeEmpty($"{how} event {at + 1} of {run}");
        }

        IReadOnlyList<string> Wrongs(Dictionary<string, IReadOnlyList<HistoryEvent>> those)
        {
            var check = new HistoryCheck(_ledger);
            check.Chain(id, links, those);
            return check.Wrongs;
        }
    }

    private static IEnumerable<(string How, IReadOnlyList<HistoryEvent> History)> Tampered(IReadOnlyList<HistoryEvent> history, int at) =>
        [("without", [.. history.Where((_, index) => index != at)]), ("twice", [.. history.Take(at + 1), .. history.Skip(at)])];

    private async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string id, string? run) => [.. (await _environment.Client.GetWorkflowHandle(id, run).FetchHistoryAsync()).Events];
}
