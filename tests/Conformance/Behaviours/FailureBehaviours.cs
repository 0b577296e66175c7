using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>How runs and their tasks fail.</summary>
internal static class FailureBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("failure");
        foreach (var kind in Failures.Kinds)
        {
            list.Add($"{kind} ends the run", () => throw Failures.Of(kind));
            list.Add($"{kind} after a timer ends the run", async () =>
            {
                await Workflow.DelayAsync(1);
                throw Failures.Of(kind);
            });
        }

        foreach (var kind in Failures.PlainKinds)
            list.Add($"{kind} fails the task only", _ => throw Failures.Of(kind), TaskFailsAsync);
        list.Add("cancellation that nobody asked for ends the run as failed", () => throw new OperationCanceledException("by itself"));
        list.Add("of an activity passes its cause on", async () =>
        {
            try
            {
                return await Workflow.ExecuteActivityAsync(() => SceneActivities.Fail("typed", 2), SceneOptions.Activity);
            }
            catch (ActivityFailureException e)
            {
                return Failures.Describe(e);
            }
        });
        list.Add("of an activity within another failure keeps the chain", async () =>
        {
            try
            {
                return await Workflow.ExecuteActivityAsync(() => SceneActivities.Fail("typed", 2), SceneOptions.Activity);
            }
            catch (ActivityFailureException e)
            {
                throw new ApplicationFailureException("outer", e, errorType: "Outer");
            }
        });
        list.Add("details come back typed", async _ => throw Failures.Of("details"), async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            try
            {
                return await handle.GetResultAsync();
            }
            catch (WorkflowFailedException e)
            {
                var details = ((ApplicationFailureException)e.InnerException!).Details;
                return $"{details.ElementAt<string>(0)} {details.ElementAt<int>(1)} {details.ElementAt<string?>(2) ?? "null"}";
            }
        });
        list.Add("stack is told", async _ => throw Failures.Of("application"), async (stage, key) =>
        {
            var handle = await stage.StartAsync(key);
            try
            {
                return await handle.GetResultAsync();
            }
            catch (WorkflowFailedException e)
            {
                return $"{e.InnerException!.StackTrace!.Contains(nameof(FailureBehaviours), StringComparison.Ordinal)}";
            }
        });
        list.Add("of the constructor type listed on the workflow ends it", async _ => "unused", async (stage, _) =>
            await Stage.TryAsync(() => stage.Client.ExecuteWorkflowAsync((ListedFailureWorkflow wf) => wf.RunAsync("listed"), stage.New())));
        list.Add("of a subtype listed on the workflow ends it", async _ => "unused", async (stage, _) =>
            await Stage.TryAsync(() => stage.Client.ExecuteWorkflowAsync((ListedFailureWorkflow wf) => wf.RunAsync("subtype"), stage.New())));
        list.Add("not listed on the workflow fails the task", async _ => "unused", async (stage, _) =>
            await Stage.TaskFailureAsync(await stage.Client.StartWorkflowAsync((ListedFailureWorkflow wf) => wf.RunAsync("other"), stage.New())));
        list.Add("of a retried run is seen by the next attempt", async _ => Workflow.Info.Attempt == 1
            ? throw Failures.Of("details")
            : $"{Workflow.Info.Attempt} {Failures.Describe(Workflow.Info.LastFailure)}", RetriedAsync);
        list.Add("of every attempt is the last one's", async _ => throw new ApplicationFailureException($"attempt {Workflow.Info.Attempt}"), RetriedAsync);
        list.Add("that is final is not retried", async _ => throw new ApplicationFailureException($"attempt {Workflow.Info.Attempt}", nonRetryable: true), RetriedAsync);
        return list;
    }

    private static async Task<string> TaskFailsAsync(Stage stage, string key) => await Stage.TaskFailureAsync(await stage.StartAsync(key));

    private static async Task<string> RetriedAsync(Stage stage, string key)
    {
        var options = stage.New();
        options.RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(5), MaximumAttempts = 3 };
        return await Stage.TryAsync(async () => await (await stage.StartAsync(key, options)).GetResultAsync());
    }
}
