using Microsoft.Extensions.Logging;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Histories;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>The code of one run: a scheduler with a single queue that only moves within an activation, and the parts that
/// <see cref="Workflow"/> speaks to.</summary>
internal sealed class WorkflowInstance : TaskScheduler, IRunCode
{
    [ThreadStatic]
    private static WorkflowInstance? _outsideTask;

    private readonly Queue<Task> _ready = new();
    private readonly CancellationTokenSource _cancellation = new();
    private WorkflowInboundInterceptor? _inbound;
    private object? _object;
    private object?[]? _arguments;
    private HistoryEvent? _started;
    private bool _mainQueued;
    private int _thread;

    /// <summary>Makes the instance of a run; nothing runs before the first activation.</summary>
    public WorkflowInstance(WorkflowInstanceSettings settings)
    {
        Settings = settings;
        Converter = settings.DataConverter.WithSerializationContext(
            new ISerializationContext.Workflow(settings.Namespace, settings.WorkflowId));
        Factory = new(CancellationToken.None, TaskCreationOptions.None, TaskContinuationOptions.None, this);
        Machines = new(this);
        Guard = new(this);
        Pending = new(settings.StackTrace);
        Outcome = new(this);
        Conditions = new(this);
        Signals = new(this);
        Queries = new(this);
        Updates = new(this);
        Handlers = new(this);
        Patches = new(this);
        Attributes = new(this);
        Randomness = new(this);
        LocalActivities = new(this);
        Logger = new ReplaySafeLogger(settings.LoggerFactory.CreateLogger($"Temporalio.Workflow:{settings.WorkflowType}"), this);
        MetricMeter = new ReplaySafeMetricMeter(settings.MetricMeter, this);
    }

    /// <summary>The instance whose code runs on this thread; null outside of workflows.</summary>
    public static WorkflowInstance? Running => _outsideTask ?? Current as WorkflowInstance;

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>What the worker gave.</summary>
    public WorkflowInstanceSettings Settings { get; }

    /// <summary>Converter for this run.</summary>
    public DataConverter Converter { get; }

    /// <summary>Starts tasks on this scheduler.</summary>
    public TaskFactory Factory { get; }

    /// <summary>The machines of the run.</summary>
    public RunMachines Machines { get; }

    /// <summary>How the run ends, or why the task fails.</summary>
    public RunOutcome Outcome { get; }

    /// <summary>Conditions that code waits for.</summary>
    public WaitConditions Conditions { get; }

    /// <summary>Signals.</summary>
    public SignalHandling Signals { get; }

    /// <summary>Queries.</summary>
    public QueryHandling Queries { get; }

    /// <summary>Updates.</summary>
    public UpdateHandling Updates { get; }

    /// <summary>Handlers that run now.</summary>
    public RunningHandlers Handlers { get; }

    /// <summary>Patches.</summary>
    public PatchDecisions Patches { get; }

    /// <summary>Memo and search attributes.</summary>
    public RunAttributes Attributes { get; }

    /// <summary>Deterministic randomness.</summary>
    public RunRandomness Randomness { get; }

    /// <summary>Keeps read-only code from changing anything.</summary>
    public ReadOnlyGuard Guard { get; }

    /// <summary>Local activities of the run.</summary>
    public LocalActivityCalls LocalActivities { get; }

    /// <summary>Where code waits.</summary>
    public PendingTraces Pending { get; }

    /// <summary>Logger, silent while history is read again.</summary>
    public ILogger Logger { get; }

    /// <summary>Meter, silent while history is read again.</summary>
    public MetricMeter MetricMeter { get; }

    /// <summary>Numbers of what code asks for, a series for each kind.</summary>
    public CallNumbers Numbers { get; } = new();

    /// <summary>Facts of the run.</summary>
    /// <exception cref="InvalidOperationException">The run has not begun.</exception>
    public WorkflowInfo Info { get => field ?? throw new InvalidOperationException("Workflow has not started"); private set; }

    /// <summary>Calls to the outside.</summary>
    public WorkflowOutboundInterceptor Outbound { get; set; } = null!;

    /// <summary>Calls from the outside.</summary>
    public WorkflowInboundInterceptor Inbound => _inbound!;

    /// <summary>The workflow object, made when first needed.</summary>
    public object Object
    {
        get
        {
            if (_object == null)
            {
                _object = Settings.Definition.CreateWorkflowInstance(Arguments);
                DynamicOptions = Settings.Definition.DynamicOptionsGetter?.Invoke(_object);
                Outcome.AddFailureTypes(DynamicOptions?.FailureExceptionTypes);
            }

            return _object;
        }
    }

    /// <summary>What a dynamic workflow chose when its object was made; null for others.</summary>
    public WorkflowDefinitionOptions? DynamicOptions { get; private set; }

    /// <summary>Cancelled when the run is asked to cancel.</summary>
    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>Workflow time.</summary>
    public DateTime UtcNow => Machines.Task.Time;

    /// <summary>Whether history is read again, queries aside.</summary>
    public bool IsReplayingHistoryEvents => Machines.IsReplaying && !Queries.IsAnswering;

    /// <summary>Free words for people who look at the run.</summary>
    public string CurrentDetails { get; set; } = string.Empty;

    private object?[] Arguments => _arguments ??= Parameters.Decode(
        Converter.PayloadConverter,
        _started!.WorkflowExecutionStartedEventAttributes.Input?.Payloads_ ?? [],
        Settings.Definition.RunParameters);

    /// <summary>In which of the older ways the run goes.</summary>
    public RunLogic Logic { get; set; } = RunLogic.Modern;

    /// <summary>Tells the code what happened, then lets it run until it waits for something else.</summary>
    /// <exception cref="Exception">Whatever fails the workflow task.</exception>
    public void Activate() => OnThisThread(() =>
    {
        if (Logic.IsLoopModern)
        {
            RunJobs(Machines.Jobs.Take());
            StartMain();
        }
        else
        {
            Machines.Jobs.TakeMessages().ForEach(RunAlone);
            StartMain();
            Drain();
            Machines.Jobs.TakeResults().ForEach(RunAlone);
        }

        Drain();
        Outcome.ThrowIfTaskFailed();
    });

    /// <summary>Runs one thing that changes nothing, such as a query, until it has ended.</summary>
    public void RunReadOnly(Func<Task> function) => OnThisThread(() =>
    {
        _ = Start(function);
        RunReady();
    });

    /// <summary>Starts an asynchronous function as a task of its own on this scheduler.</summary>
    public Task Start(Func<Task> function) => Factory.StartNew(function).Unwrap();

    /// <summary>Starts an asynchronous function as a task of its own on this scheduler.</summary>
    public Task<T> Start<T>(Func<Task<T>> function) => Factory.StartNew(function).Unwrap();

    /// <summary>Runs something that is part of this workflow though no task of its scheduler runs it.</summary>
    public T Within<T>(Func<T> function)
    {
        var before = _outsideTask;
        _outsideTask = this;
        try
        {
            return function();
        }
        finally
        {
            _outsideTask = before;
        }
    }

    /// <inheritdoc/>
    void IRunCode.Start(HistoryEvent started)
    {
        _started = started;
        var attributes = started.WorkflowExecutionStartedEventAttributes;
        Randomness.Seed(attributes.OriginalExecutionRunId.Length > 0 ? attributes.OriginalExecutionRunId : Settings.RunId);
        Attributes.Start(attributes);
        _inbound = new RootWorkflowInbound(this);
        foreach (var interceptor in Settings.Interceptors.Reverse())
        {
            _inbound = interceptor.InterceptWorkflow(_inbound);
        }

        // The time of the first task is not known yet: events up to its start follow.
        Machines.Jobs.AddMessage(started.EventId, () =>
        {
            Info = WorkflowInfoReader.Read(started, Settings, Converter, UtcNow);
            _inbound.Init(new RootWorkflowOutbound(this));
        });
    }

    /// <inheritdoc/>
    void IRunCode.Signal(WorkflowExecutionSignaledEventAttributes signal) => Signals.Receive(signal);

    /// <inheritdoc/>
    void IRunCode.Update(UpdateMachine update, UpdateRequest request, bool isReplaying) => Updates.Receive(update, request, isReplaying);

    /// <inheritdoc/>
    void IRunCode.RequestCancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    void IRunCode.Reseed(string runId) => Randomness.Seed(runId);

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        // Within a workflow one thing leads to the next on one thread. What another thread brings back had left the workflow.
        if (Settings.IsSchedulerChecked && _thread != Environment.CurrentManagedThreadId)
        {
            Outcome.FailTask(new InvalidWorkflowSchedulerException(
                "Task was not scheduled on workflow scheduler but comes back from elsewhere, which is non-deterministic: Task.Run, " +
                "Task.Delay, ConfigureAwait(false) and the like must not be used in workflows"));
        }

        lock (_ready)
        {
            _ready.Enqueue(task);
        }
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_ready)
        {
            return [.. _ready];
        }
    }

    // Between activations the workflow belongs to no thread.
    private void OnThisThread(Action activation)
    {
        _thread = Environment.CurrentManagedThreadId;
        if (Settings.IsSchedulerChecked)
        {
            SchedulerWatch.Start();
            SchedulerWatch.Set(this);
        }

        try
        {
            activation();
        }
        finally
        {
            SchedulerWatch.Set(null);
            _thread = 0;
        }
    }

    private async Task RunMainAsync() => await Outcome.GuardAsync(async () =>
    {
        var input = new ExecuteWorkflowInput(Object, Settings.Definition.RunMethod, Arguments);
        Outcome.Complete(await Inbound.ExecuteWorkflowAsync(input));
    });

    private void StartMain()
    {
        if (!_mainQueued)
        {
            _mainQueued = true;
            _ = Start(RunMainAsync);
        }
    }

    // The loop of old let code run after each thing that happened.
    private void RunAlone(Action job)
    {
        RunJobs([job]);
        Drain();
    }

    // What code asks for may be answered at once, as the cancellation of an activity is: then it runs again in the same activation.
    private void Drain()
    {
        while (true)
        {
            var hasRun = RunReady();
            if (Outcome.HasTaskFailure)
            {
                return;
            }

            // Where nothing ran nothing is looked at.
            if (hasRun && Conditions.Release(isEvery: !Logic.IsLoopModern))
            {
                continue;
            }

            Machines.ResolveMarkedLocalActivities();
            if (Machines.Jobs.IsEmpty)
            {
                return;
            }

            RunJobs(Machines.Jobs.Take());
        }
    }

    private void RunJobs(IReadOnlyList<Action> jobs) => Within(() =>
    {
        foreach (var job in jobs)
        {
            job();
        }

        return true;
    });

    // Says whether anything ran.
    private bool RunReady()
    {
        for (var hasRun = false; ; hasRun = true)
        {
            Task? next;
            lock (_ready)
            {
                if (!_ready.TryDequeue(out next))
                {
                    return hasRun;
                }
            }

            TryExecuteTask(next);
        }
    }
}
