using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Child workflows.</summary>
/// <param name="instance">The parent run.</param>
internal sealed class ChildCalls(WorkflowInstance instance)
{
    /// <summary>Starts a child; completes when it has started.</summary>
    public Task<ChildWorkflowHandle<TWorkflow, TResult>> StartAsync<TWorkflow, TResult>(StartChildWorkflowInput input)
    {
        instance.Guard.RequireEffects("issue workflow commands");
        var token = input.Options.CancellationToken ?? instance.CancellationToken;
        if (token.IsCancellationRequested)
        {
            return Task.FromException<ChildWorkflowHandle<TWorkflow, TResult>>(
                new CanceledFailureException("Child cancelled before scheduled"));
        }

        var id = input.Options.Id ?? instance.Randomness.NewGuid().ToString();
        var converter = instance.Settings.DataConverter.WithSerializationContext(
            new ISerializationContext.Workflow(instance.Info.Namespace, id));
        var started = new TaskCompletionSource<ChildStart>();
        var ended = new TaskCompletionSource<Outcome>();
        instance.Pending.Track(started.Task);
        var child = new ChildWorkflowMachine(
            instance.Machines,
            instance.Info.Namespace,
            Command(input, id, converter),
            input.Options.CancellationType,
            start => started.TrySetResult(start),
            outcome => ended.TrySetResult(outcome));
        child.Move(ChildWorkflowMachine.Inputs.Start);
        return instance.Start(async () =>
        {
            var registration = token.Register(child.Cancel);
            _ = ended.Task.ContinueWith(
                _ => registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, instance);
            var start = await started.Task;
            if (start is { FailedCause: null, Canceled: null })
            {
                return (ChildWorkflowHandle<TWorkflow, TResult>)new ChildHandle<TWorkflow, TResult>(
                    instance, id, start.RunId, ended.Task, converter);
            }

            registration.Dispose();
            throw NotStarted(start, id, input.Workflow, converter);
        });
    }

    private static Exception NotStarted(ChildStart start, string id, string type, DataConverter converter)
    {
        if (start.Canceled != null)
        {
            return converter.FailureConverter.ToException(start.Canceled, converter.PayloadConverter);
        }

        return start.FailedCause == StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists
            ? new WorkflowAlreadyStartedException("Child workflow already started", id, type, "<unknown>")
            : new InvalidOperationException($"Child workflow {id} could not be started: {start.FailedCause}");
    }

    private Command Command(StartChildWorkflowInput input, string id, DataConverter converter)
    {
        var options = input.Options;
        return new()
        {
            CommandType = CommandType.StartChildWorkflowExecution,
            StartChildWorkflowExecutionCommandAttributes = new()
            {
                WorkflowId = id,
                WorkflowType = new WorkflowType { Name = input.Workflow },
                TaskQueue = new() { Name = options.TaskQueue ?? instance.Info.TaskQueue },
                Input = CallPayloads.Of(converter, input.Args),
                WorkflowExecutionTimeout = options.ExecutionTimeout?.ToDuration(),
                WorkflowRunTimeout = options.RunTimeout?.ToDuration(),
                WorkflowTaskTimeout = options.TaskTimeout?.ToDuration(),
                ParentClosePolicy = (Api.Enums.V1.ParentClosePolicy)(int)options.ParentClosePolicy,
                WorkflowIdReusePolicy = options.IdReusePolicy,
                RetryPolicy = options.RetryPolicy?.ToProto(),
                CronSchedule = options.CronSchedule ?? string.Empty,
                Header = CallHeaders.Of(input.Headers),
                Memo = options.Memo == null ? null : RunAttributes.ToMemo(instance, options.Memo),
                SearchAttributes = options.TypedSearchAttributes?.ToProto(),
                Priority = options.Priority?.ToProto(),
            },
            UserMetadata = CallMetadata.Of(instance, options.StaticSummary, options.StaticDetails),
        };
    }
}
