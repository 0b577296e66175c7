using Microsoft.Extensions.Logging;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>How the run ends: which exceptions end it and which only fail the workflow task.</summary>
/// <param name="instance">The run.</param>
internal sealed class RunOutcome(WorkflowInstance instance)
{
    private readonly List<Type> _failureTypes =
        [.. instance.Settings.FailureExceptionTypes, .. instance.Settings.Definition.FailureExceptionTypes ?? []];

    private Exception? _taskFailure;

    /// <summary>Whether something failed that only fails the workflow task.</summary>
    public bool HasTaskFailure => _taskFailure != null;

    /// <summary>Whether code has ended the run.</summary>
    public bool IsClosed => ClosedBy != null;

    /// <summary>The command by which code has ended the run; null if it has not.</summary>
    public CommandType? ClosedBy { get; private set; }

    /// <summary>Adds exception types that end the run as failed.</summary>
    public void AddFailureTypes(IEnumerable<Type>? types) => _failureTypes.AddRange(types ?? []);

    /// <summary>Whether an exception ends the run, or an update, as failed.</summary>
    public bool IsFailure(Exception e) =>
        e is FailureException or OperationCanceledException || _failureTypes.Exists(t => t.IsInstanceOfType(e));

    /// <summary>Fails the workflow task, keeping the first reason.</summary>
    public void FailTask(Exception e) => _taskFailure ??= e;

    /// <summary>Throws what failed the workflow task, with its own stack.</summary>
    public void ThrowIfTaskFailed()
    {
        if (_taskFailure != null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_taskFailure);
        }
    }

    /// <summary>Runs the main method or a signal handler; what it throws ends the run or fails the task.</summary>
    public async Task GuardAsync(Func<Task> function)
    {
        try
        {
            await function();
        }
        catch (Exception e)
        {
            End(e);
        }
    }

    /// <summary>Ends the run with a result.</summary>
    public void Complete(object? result)
    {
        WarnOfUnfinishedHandlers();
        Close(new()
        {
            CommandType = CommandType.CompleteWorkflowExecution,
            CompleteWorkflowExecutionCommandAttributes = new()
            {
                Result = new Payloads { Payloads_ = { instance.Converter.PayloadConverter.ToPayload(result) } },
            },
        });
    }

    /// <summary>Ends the run, or fails the task, by an exception.</summary>
    public void End(Exception e)
    {
        try
        {
            if (e is ContinueAsNewException next)
            {
                instance.Logger.LogDebug("Workflow requested continue as new with run ID {RunId}", instance.Settings.RunId);
                WarnOfUnfinishedHandlers();
                Close(ContinueAsNewCommand.Of(instance, next));
            }
            else if (instance.CancellationToken.IsCancellationRequested && TemporalException.IsCanceledException(e))
            {
                instance.Logger.LogDebug(e, "Workflow raised cancel with run ID {RunId}", instance.Settings.RunId);
                WarnOfUnfinishedHandlers();
                Close(new()
                {
                    CommandType = CommandType.CancelWorkflowExecution,
                    CancelWorkflowExecutionCommandAttributes = new(),
                });
            }
            else if (IsFailure(e))
            {
                instance.Logger.LogDebug(e, "Workflow raised failure with run ID {RunId}", instance.Settings.RunId);
                Fail(e);
            }
            else
            {
                instance.Logger.LogDebug(e, "Workflow raised unexpected failure with run ID {RunId}", instance.Settings.RunId);
                FailTask(e);
            }
        }
        catch (Exception conversion)
        {
            FailTask(conversion);
        }
    }

    /// <summary>Ends the run as failed.</summary>
    public void Fail(Exception e) => Close(new()
    {
        CommandType = CommandType.FailWorkflowExecution,
        FailWorkflowExecutionCommandAttributes = new()
        {
            Failure = instance.Converter.FailureConverter.ToFailure(e, instance.Converter.PayloadConverter),
        },
    });

    private void Close(Command command)
    {
        ClosedBy ??= command.CommandType;
        new CloseMachine(instance.Machines, command).Move(RecordedCommandMachine.Inputs.Issue);
    }

    private void WarnOfUnfinishedHandlers()
    {
        if (!IsClosed && !instance.IsReplayingHistoryEvents)
        {
            instance.Handlers.WarnOfUnfinished();
        }
    }
}
