using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>What a run knows of itself, and its randomness.</summary>
internal static class InfoBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("info");
        list.Add("attempt", async () => $"{Workflow.Info.Attempt}");
        list.Add("namespace", async () => Workflow.Info.Namespace);
        list.Add("type", async () => Workflow.Info.WorkflowType);
        list.Add("task timeout", async () => $"{Workflow.Info.TaskTimeout}");
        list.Add("no timeouts", async () => $"{Workflow.Info.RunTimeout == null} {Workflow.Info.ExecutionTimeout == null}");
        list.Add("no parent", async () => $"{Workflow.Info.Parent == null}");
        list.Add("root", async () => $"{Workflow.Info.Root?.WorkflowId == Workflow.Info.WorkflowId}");
        list.Add("no cron", async () => $"{string.IsNullOrEmpty(Workflow.Info.CronSchedule)}");
        list.Add("first run", async () => $"{Workflow.Info.FirstExecutionRunId == Workflow.Info.RunId} {Workflow.Info.ContinuedRunId == null}");
        list.Add("no retry policy", async () => $"{Workflow.Info.RetryPolicy == null}");
        list.Add("no last result or failure", async () => $"{Workflow.Info.LastResult == null} {Workflow.Info.LastFailure == null}");
        list.Add("priority by default", async () => $"{Workflow.Info.Priority.PriorityKey?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}");
        list.Add("start time", async () => $"{Workflow.Info.StartTime <= Workflow.UtcNow} {Workflow.Info.WorkflowStartTime <= Workflow.Info.StartTime}");
        list.Add("history length of the first task", async () => $"{Workflow.CurrentHistoryLength}");
        list.Add("history size of the first task", async () => $"{Workflow.CurrentHistorySize > 100}");
        list.Add("continue-as-new is not suggested", async () => $"{Workflow.ContinueAsNewSuggested} {Workflow.SuggestedContinueAsNewReasons.Count}");
        list.Add("time stands within a task", async () =>
        {
            var before = Workflow.UtcNow;
            await Task.Yield();
            return $"{Workflow.UtcNow == before} {before.Kind}";
        });
        list.Add("time goes on with a timer", async () =>
        {
            var before = Workflow.UtcNow;
            await Workflow.DelayAsync(20);
            return $"{Workflow.UtcNow > before}";
        });
        list.Add("instance is the workflow", async scene => $"{ReferenceEquals(Workflow.Instance, scene)}");
        list.Add("in a workflow", async () => $"{Workflow.InWorkflow} {Workflow.Unsafe.IsReplaying}");
        list.Add("random is the same in a replay", async () =>
        {
            var numbers = string.Join(',', Enumerable.Range(0, 3).Select(_ => Workflow.Random.Next(100)));
            await Workflow.DelayAsync(1, null);
            var kept = await Workflow.ExecuteActivityAsync(() => SceneActivities.Echo(numbers), SceneOptions.Activity);
            return $"{kept == numbers}";
        });
        list.Add("guids are of version 4 and differ", async () =>
        {
            var (a, b) = (Workflow.NewGuid(), Workflow.NewGuid());
            return $"{a != b} {a.Version} {b.Version}";
        });
        list.Add("no update outside of one", async () => $"{Workflow.CurrentUpdateInfo == null}");
        list.Add("handlers are finished", async () => $"{Workflow.AllHandlersFinished}");
        list.Add("details are empty at first", async () =>
        {
            var before = Workflow.CurrentDetails;
            Workflow.CurrentDetails = "**now**";
            return $"'{before}' {Workflow.CurrentDetails}";
        });
        return list;
    }
}
