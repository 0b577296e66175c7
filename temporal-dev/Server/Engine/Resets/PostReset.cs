using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Signals;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.Resets;

/// <summary>What a reset does to its new run before any worker sees it.</summary>
internal static class PostReset
{
    public static void Apply(RunChange run, ResetPlan plan)
    {
        foreach (var operation in plan.Operations)
        {
            switch (operation.VariantCase)
            {
                case PostResetOperation.VariantOneofCase.SignalWorkflow:
                    var signal = operation.SignalWorkflow;
                    SignalReception.Receive(run, new(signal.SignalName, string.Empty)
                    {
                        Input = signal.Input,
                        Header = signal.Header,
                        Identity = plan.Identity,
                        Links = [.. signal.Links],
                    });
                    break;
                case PostResetOperation.VariantOneofCase.UpdateWorkflowOptions
                    when operation.UpdateWorkflowOptions.WorkflowExecutionOptions?.VersioningOverride is { } version:
                    OptionsUpdated.Write(run, OverrideRules.Newer(version));
                    break;
                default:
                    break;
            }
        }
    }
}
