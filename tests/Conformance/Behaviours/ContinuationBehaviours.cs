using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Runs that continue as new.</summary>
internal static class ContinuationBehaviours
{
    public static BehaviourList All()
    {
        var list = new BehaviourList("continuation");
        list.AddCall("goes on with new arguments", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(3, "plain"), stage.New()));
        list.AddCall("keeps the first run's id", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "first"), stage.New()));
        list.AddCall("knows the run before", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "before"), stage.New()));
        list.AddCall("keeps memo", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "memo"), With(stage)));
        list.AddCall("changes memo", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "new memo"), With(stage)));
        list.AddCall("keeps search attributes", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "attributes"), With(stage)));
        list.AddCall("keeps the retry policy", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "retry"), With(stage)));
        list.AddCall("keeps timeouts", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "timeouts"), With(stage)));
        list.AddCall("changes timeouts", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "new timeouts"), With(stage)));
        list.AddCall("as another type by name", stage => stage.Client.ExecuteWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "other"), stage.New()));
        list.AddCall("by a signal handler", async stage =>
        {
            var handle = await stage.Client.StartWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "signal"), stage.New());
            await handle.SignalAsync(wf => wf.ContinueAsync());
            return await handle.GetResultAsync();
        });
        list.AddCall("not followed says so", async stage =>
        {
            var handle = await stage.Client.StartWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "plain"), stage.New());
            try
            {
                return await handle.GetResultAsync(followRuns: false);
            }
            catch (WorkflowContinuedAsNewException e)
            {
                return $"{e.Message} {e.NewRunId != handle.ResultRunId} {await stage.Client.GetWorkflowHandle<ContinuedWorkflow, string>(handle.Id, e.NewRunId).GetResultAsync()}";
            }
        });
        list.AddCall("shows in the history of the first run", async stage =>
        {
            var handle = await stage.Client.StartWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "plain"), stage.New());
            await handle.GetResultAsync();
            return await Stage.HistoryAsync(handle);
        });
        list.AddCall("shows in the status of the first run", async stage =>
        {
            var handle = await stage.Client.StartWorkflowAsync((ContinuedWorkflow wf) => wf.RunAsync(1, "plain"), stage.New());
            await handle.GetResultAsync();
            return $"{(await (handle with { RunId = handle.ResultRunId }).DescribeAsync()).Status} {(await handle.DescribeAsync()).Status}";
        });
        return list;
    }

    private static WorkflowOptions With(Stage stage)
    {
        var options = stage.New();
        options.Memo = new Dictionary<string, object>(StringComparer.Ordinal) { ["note"] = "kept" };
        options.TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(SearchAttributeKey.CreateKeyword("CbKeyword"), "kept").ToSearchAttributeCollection();
        options.RetryPolicy = new() { MaximumAttempts = 7 };
        options.ExecutionTimeout = TimeSpan.FromMinutes(9);
        options.RunTimeout = TimeSpan.FromMinutes(8);
        options.TaskTimeout = TimeSpan.FromSeconds(7);
        return options;
    }
}
