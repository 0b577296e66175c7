using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Builds the command that ends a run and starts the next.</summary>
internal static class ContinueAsNewCommand
{
    /// <summary>The command for an exception; what its options leave unset stays as it is.</summary>
    public static Command Of(WorkflowInstance instance, ContinueAsNewException next)
    {
        var options = next.Input.Options;
        var info = instance.Info;
        var attributes = new ContinueAsNewWorkflowExecutionCommandAttributes
        {
            WorkflowType = new WorkflowType { Name = next.Input.Workflow },
            TaskQueue = new() { Name = options?.TaskQueue ?? info.TaskQueue },
            Input = Payloads(instance, next.Input.Args),
            WorkflowRunTimeout = (options?.RunTimeout ?? info.RunTimeout)?.ToDuration(),
            WorkflowTaskTimeout = (options?.TaskTimeout ?? info.TaskTimeout).ToDuration(),
            BackoffStartInterval = options?.BackoffStartInterval?.ToDuration(),
            RetryPolicy = (options?.RetryPolicy ?? info.RetryPolicy)?.ToProto(),
            Header = CallHeaders.Of(next.Input.Headers),
            Memo = options?.Memo == null ? instance.Attributes.MemoProto() : RunAttributes.ToMemo(instance, options.Memo),
            SearchAttributes = options?.TypedSearchAttributes?.ToProto() ?? instance.Attributes.SearchAttributes.ToProto(),
        };
        if (options?.InitialVersioningBehavior is { } versioning)
        {
            attributes.InitialVersioningBehavior = (ContinueAsNewVersioningBehavior)(int)versioning;
        }

        return new()
        {
            CommandType = CommandType.ContinueAsNewWorkflowExecution,
            ContinueAsNewWorkflowExecutionCommandAttributes = attributes,
        };
    }

    private static Payloads Payloads(WorkflowInstance instance, IReadOnlyCollection<object?> args)
    {
        var payloads = new Payloads();
        foreach (var arg in args)
        {
            payloads.Payloads_.Add(instance.Converter.PayloadConverter.ToPayload(arg));
        }

        return payloads;
    }
}
