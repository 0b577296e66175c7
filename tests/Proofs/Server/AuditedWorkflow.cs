using Temporalio.Workflows;

namespace Gauntlet.Proofs.Server;

/// <summary>
/// A load in which everything has a name: activities of both kinds, timers and children in rounds, and signals and updates that
/// it waits for. Its answer says what it saw.
/// </summary>
[Workflow("Audited")]
public class AuditedWorkflow
{
    private readonly SortedDictionary<string, long> _answers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _signals = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _updates = new(StringComparer.Ordinal);

    /// <summary>Works through all rounds and waits for all messages.</summary>
    [WorkflowRun]
    public async Task<AuditedAnswer> RunAsync(AuditedInput input)
    {
        for (var round = 1; round <= input.Rounds; round++)
        {
            var name = $"{Workflow.Info.WorkflowId}/{round}";
            await Workflow.WhenAllAsync(
                WorkAsync($"{name}/work"),
                AnswerAsync($"{name}/hand", Workflow.ExecuteActivityAsync((AuditedActivities activities) => activities.HandAsync($"{name}/hand"), AuditedActivities.Options)),
                AnswerAsync(name, Workflow.ExecuteChildWorkflowAsync((AuditedChild child) => child.RunAsync(), new() { Id = name, TaskTimeout = AuditedActivities.TaskTimeout })),
                Workflow.DelayAsync(TimeSpan.FromMilliseconds(Workflow.Random.Next(20, 400))));
        }

        await Workflow.WaitConditionAsync(() => _signals.Count > input.Messages && _updates.Count >= input.Messages && Workflow.AllHandlersFinished);
        return new(_answers, [.. _signals], [.. _updates]);
    }

    /// <summary>Notes a signal.</summary>
    [WorkflowSignal]
    public Task NoteAsync(string name)
    {
        _signals.Add(name);
        return Task.CompletedTask;
    }

    /// <summary>Does something for an update, and answers with what came of it.</summary>
    [WorkflowUpdate]
    public async Task<long> ChangeAsync(string name)
    {
        await WorkAsync(name);
        _updates.Add(name);
        return _answers[name];
    }

    private Task WorkAsync(string name) =>
        AnswerAsync(name, Workflow.ExecuteActivityAsync((AuditedActivities activities) => activities.Work(name), AuditedActivities.Options));

    private async Task AnswerAsync(string name, Task<long> answer) => _answers.Add(name, await answer);
}
