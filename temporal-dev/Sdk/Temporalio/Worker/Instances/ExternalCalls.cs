using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Instances;

/// <summary>Signals to children and others, and requests that others cancel.</summary>
/// <param name="instance">The run.</param>
internal sealed class ExternalCalls(WorkflowInstance instance)
{
    /// <summary>Signals a child.</summary>
    public Task SignalAsync(SignalChildWorkflowInput input) => SignalAsync(
        new() { Execution = new WorkflowExecution { WorkflowId = input.Id }, ChildWorkflowOnly = true },
        input.Signal,
        input.Args,
        input.Headers,
        input.Options?.CancellationToken);

    /// <summary>Signals another workflow.</summary>
    public Task SignalAsync(SignalExternalWorkflowInput input) => SignalAsync(
        new() { Execution = new WorkflowExecution { WorkflowId = input.Id, RunId = input.RunId ?? string.Empty } },
        input.Signal,
        input.Args,
        input.Headers,
        input.Options?.CancellationToken);

    /// <summary>Asks another workflow to cancel.</summary>
    public Task CancelAsync(CancelExternalWorkflowInput input)
    {
        instance.Guard.RequireEffects("issue workflow commands");
        var source = new TaskCompletionSource<Failure?>();
        instance.Pending.Track(source.Task);
        instance.Machines.RequestCancelExternal(
            new() { WorkflowId = input.Id, RunId = input.RunId ?? string.Empty },
            failure => source.TrySetResult(failure));
        return instance.Start(() => DeliveredAsync(source.Task, instance.Converter));
    }

    private static async Task DeliveredAsync(Task<Failure?> delivered, DataConverter converter)
    {
        if (await delivered is { } failure)
        {
            throw converter.FailureConverter.ToException(failure, converter.PayloadConverter);
        }
    }

    private Task SignalAsync(
        SignalExternalWorkflowExecutionCommandAttributes attributes,
        string signal,
        IReadOnlyCollection<object?> args,
        IDictionary<string, Payload>? headers,
        CancellationToken? cancellationToken)
    {
        instance.Guard.RequireEffects("issue workflow commands");
        var token = cancellationToken ?? instance.CancellationToken;
        if (token.IsCancellationRequested)
        {
            return Task.FromException(new CanceledFailureException("Signal cancelled before scheduled"));
        }

        var converter = instance.Settings.DataConverter.WithSerializationContext(
            new ISerializationContext.Workflow(instance.Info.Namespace, attributes.Execution.WorkflowId));
        attributes.SignalName = signal;
        attributes.Input = CallPayloads.Of(converter, args);
        attributes.Header = CallHeaders.Of(headers);
        var command = new Command
        {
            CommandType = CommandType.SignalExternalWorkflowExecution,
            SignalExternalWorkflowExecutionCommandAttributes = attributes,
        };
        var source = new TaskCompletionSource<Failure?>();
        instance.Pending.Track(source.Task);
        var machine = new SignalExternalMachine(instance.Machines, command, failure => source.TrySetResult(failure));
        machine.Move(ExternalRequestMachine.Inputs.Send);
        return instance.Start(async () =>
        {
            using var registration = token.Register(() =>
            {
                if (machine.TryWithdraw())
                {
                    source.TrySetException(new CanceledFailureException("Signal cancelled before scheduled"));
                }
            });
            await DeliveredAsync(source.Task, converter);
        });
    }
}
