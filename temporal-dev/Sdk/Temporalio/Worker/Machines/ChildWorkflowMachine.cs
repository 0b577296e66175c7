using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Machines;

/// <summary>A child run, from its start to the end of its chain.</summary>
internal sealed class ChildWorkflowMachine : Machine<ChildWorkflowMachine.States, ChildWorkflowMachine.Inputs, ChildWorkflowMachine>
{
    /// <summary>What a child may do.</summary>
    public static readonly TransitionTable<States, Inputs, ChildWorkflowMachine> Table = new(States.Created)
    {
        { States.Created, Inputs.Start, States.StartCommandCreated, m => m.Run.Commands.Add(m._start, m) },
        { States.StartCommandCreated, Inputs.Initiated, States.StartEventRecorded },
        { States.StartCommandCreated, Inputs.Cancel, States.Withdrawn, m => m.Withdraw() },
        { States.StartEventRecorded, Inputs.Started, States.Started, m => m.ResolveStarted() },
        { States.StartEventRecorded, Inputs.StartFailed, States.StartFailed, m => m.ResolveStartFailed() },
        { States.StartEventRecorded, Inputs.Cancel, States.StartEventRecorded, m => m.RequestCancel() },
        { States.Started, Inputs.Cancel, States.Started, m => m.RequestCancel() },
        { States.Started, Inputs.Completed, States.Closed, m => m.ResolveCompleted() },
        { States.Started, Inputs.Failed, States.Closed, m => m.ResolveFailed() },
        { States.Started, Inputs.TimedOut, States.Closed, m => m.ResolveTimedOut() },
        { States.Started, Inputs.Canceled, States.Closed, m => m.ResolveCanceled() },
        { States.Started, Inputs.Terminated, States.Closed, m => m.ResolveTerminated() },
    };

    private readonly Command _start;
    private readonly string _namespace;
    private readonly ChildWorkflowCancellationType _cancellation;
    private readonly Action<ChildStart> _resolveStart;
    private readonly Action<Outcome> _resolve;
    private long _initiatedEventId;
    private string _runId = string.Empty;
    private bool _startResolved;
    private bool _resolved;
    private bool _cancelRequested;

    /// <summary>Makes a child that is not started yet.</summary>
    /// <param name="run">The parent run.</param>
    /// <param name="namespace">Namespace of both, for failures.</param>
    /// <param name="start">The start command.</param>
    /// <param name="cancellation">When a cancelled child counts as ended.</param>
    /// <param name="resolveStart">Told once whether it started.</param>
    /// <param name="resolve">Told once how it ended, if it started.</param>
    public ChildWorkflowMachine(
        IMachineHost run,
        string @namespace,
        Command start,
        ChildWorkflowCancellationType cancellation,
        Action<ChildStart> resolveStart,
        Action<Outcome> resolve)
        : base(Table, run)
    {
        _namespace = @namespace;
        _start = start;
        _cancellation = cancellation;
        _resolveStart = resolveStart;
        _resolve = resolve;
    }

    /// <summary>States of a child.</summary>
    public enum States
    {
        /// <summary>Made.</summary>
        Created,

        /// <summary>Its start is in the queue.</summary>
        StartCommandCreated,

        /// <summary>The server is about to start it.</summary>
        StartEventRecorded,

        /// <summary>It runs.</summary>
        Started,

        /// <summary>It could not be started.</summary>
        StartFailed,

        /// <summary>It ended.</summary>
        Closed,

        /// <summary>Cancelled before it was sent.</summary>
        Withdrawn,
    }

    /// <summary>What moves a child.</summary>
    public enum Inputs
    {
        /// <summary>Code starts it.</summary>
        Start,

        /// <summary>StartChildWorkflowExecutionInitiated.</summary>
        Initiated,

        /// <summary>StartChildWorkflowExecutionFailed.</summary>
        StartFailed,

        /// <summary>ChildWorkflowExecutionStarted.</summary>
        Started,

        /// <summary>ChildWorkflowExecutionCompleted.</summary>
        Completed,

        /// <summary>ChildWorkflowExecutionFailed.</summary>
        Failed,

        /// <summary>ChildWorkflowExecutionTimedOut.</summary>
        TimedOut,

        /// <summary>ChildWorkflowExecutionCanceled.</summary>
        Canceled,

        /// <summary>ChildWorkflowExecutionTerminated.</summary>
        Terminated,

        /// <summary>Code cancels it.</summary>
        Cancel,
    }

    private StartChildWorkflowExecutionCommandAttributes Asked => _start.StartChildWorkflowExecutionCommandAttributes;

    /// <summary>Code wants it cancelled. Nothing happens if it has ended or was cancelled before.</summary>
    public void Cancel()
    {
        if (!_cancelRequested && State is States.StartCommandCreated or States.StartEventRecorded or States.Started)
        {
            _cancelRequested = true;
            Move(Inputs.Cancel);
        }
    }

    /// <inheritdoc/>
    public override bool Records(HistoryEvent recorded) => recorded.EventType == EventType.StartChildWorkflowExecutionInitiated;

    /// <inheritdoc/>
    public override void OnRecorded(HistoryEvent recorded)
    {
        var initiated = recorded.StartChildWorkflowExecutionInitiatedEventAttributes;
        Nondeterminism.RequireSame("Child workflow id", initiated.WorkflowId, Asked.WorkflowId, recorded);
        Nondeterminism.RequireSame("Child workflow type", initiated.WorkflowType?.Name, Asked.WorkflowType?.Name, recorded);
        _initiatedEventId = recorded.EventId;
        Move(Inputs.Initiated, recorded);
    }

    private static Failure CanceledCause() => new() { Message = "Child Workflow execution canceled", CanceledFailureInfo = new() };

    private void Withdraw()
    {
        Run.Commands.Withdraw(this);
        ResolveCanceledLocally();
    }

    private void RequestCancel()
    {
        if (_cancellation == ChildWorkflowCancellationType.Abandon)
        {
            ResolveCanceledLocally();
            return;
        }

        Run.RequestCancelExternal(
            new()
            {
                WorkflowId = Asked.WorkflowId,
                ChildWorkflowOnly = true,
                Reason = "Parent requested cancel",
            },
            _ =>
            {
                // Delivered, or the child is gone already: either way nobody waits longer for the request.
                if (_cancellation == ChildWorkflowCancellationType.WaitCancellationRequested)
                {
                    ResolveCanceledLocally();
                }
            });
        if (_cancellation == ChildWorkflowCancellationType.TryCancel)
        {
            ResolveCanceledLocally();
        }
    }

    private void ResolveStarted()
    {
        _runId = Event!.ChildWorkflowExecutionStartedEventAttributes?.WorkflowExecution?.RunId ?? string.Empty;
        ResolveStart(new(_runId, null, null));
    }

    private void ResolveStartFailed() => ResolveStart(new(
        string.Empty, Event!.StartChildWorkflowExecutionFailedEventAttributes?.Cause ?? StartChildWorkflowExecutionFailedCause.Unspecified, null));

    private void ResolveCompleted() => Resolve(Outcome.Completed(Event!.ChildWorkflowExecutionCompletedEventAttributes?.Result));

    private void ResolveFailed()
    {
        var failed = Event!.ChildWorkflowExecutionFailedEventAttributes ?? new();
        Resolve(Outcome.Failed(Wrapped(failed.Failure, failed.StartedEventId, failed.RetryState)));
    }

    private void ResolveTimedOut()
    {
        var timedOut = Event!.ChildWorkflowExecutionTimedOutEventAttributes ?? new();
        var cause = new Failure
        {
            Message = "Child Workflow execution timed out",
            TimeoutFailureInfo = new() { TimeoutType = TimeoutType.StartToClose },
        };
        Resolve(Outcome.Failed(Wrapped(cause, timedOut.StartedEventId, timedOut.RetryState)));
    }

    private void ResolveCanceled()
    {
        var canceled = Event!.ChildWorkflowExecutionCanceledEventAttributes ?? new();
        var cause = CanceledCause();
        cause.CanceledFailureInfo.Details = canceled.Details;
        Resolve(Outcome.Failed(Wrapped(cause, canceled.StartedEventId, RetryState.NonRetryableFailure)));
    }

    private void ResolveTerminated()
    {
        var cause = new Failure { Message = "Child Workflow execution terminated", TerminatedFailureInfo = new() };
        Resolve(Outcome.Failed(Wrapped(
            cause, Event!.ChildWorkflowExecutionTerminatedEventAttributes?.StartedEventId ?? 0, RetryState.NonRetryableFailure)));
    }

    private void ResolveCanceledLocally()
    {
        var failure = Wrapped(CanceledCause(), 0, RetryState.Unspecified);
        if (_startResolved)
        {
            Resolve(Outcome.Failed(failure));
        }
        else
        {
            ResolveStart(new(string.Empty, null, failure));
        }
    }

    private Failure Wrapped(Failure? cause, long startedEventId, RetryState retryState) => new()
    {
        Message = "Child Workflow execution failed",
        Cause = cause,
        ChildWorkflowExecutionFailureInfo = new()
        {
            Namespace = _namespace,
            WorkflowExecution = new WorkflowExecution { WorkflowId = Asked.WorkflowId, RunId = _runId },
            WorkflowType = Asked.WorkflowType,
            InitiatedEventId = _initiatedEventId,
            StartedEventId = startedEventId,
            RetryState = retryState,
        },
    };

    private void ResolveStart(ChildStart start)
    {
        if (!_startResolved)
        {
            _startResolved = true;
            Run.Jobs.AddResult(() => _resolveStart(start));
        }
    }

    private void Resolve(Outcome outcome)
    {
        if (!_resolved)
        {
            _resolved = true;
            Run.Jobs.AddResult(() => _resolve(outcome));
        }
    }
}
