using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Tuning;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>What a worker runs and how. A task queue and at least one workflow or activity are required.</summary>
public class TemporalWorkerOptions : ICloneable
{
    private IList<ActivityDefinition> _activities = [];
    private IList<WorkflowDefinition> _workflows = [];

    /// <summary>Options without a task queue, which must then be set.</summary>
    public TemporalWorkerOptions()
    {
        var debug = Environment.GetEnvironmentVariable("TEMPORAL_DEBUG");
        DebugMode = System.Diagnostics.Debugger.IsAttached ||
            debug == "1" ||
            string.Equals(debug, "true", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Options for a task queue.</summary>
    /// <param name="taskQueue">Task queue to poll.</param>
    public TemporalWorkerOptions(string taskQueue)
        : this() => TaskQueue = taskQueue;

    /// <summary>Task queue to poll. Required.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Activities to run.</summary>
    public IList<ActivityDefinition> Activities => _activities;

    /// <summary>Workflows to run.</summary>
    public IList<WorkflowDefinition> Workflows => _workflows;

    /// <summary>Wraps workflow and activity code, outermost first, within those of the client. Default null: none.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? Interceptors { get; set; }

    /// <summary>Plugins, the first outermost, behind those of the client. Default null: none.</summary>
    public IReadOnlyCollection<ITemporalWorkerPlugin>? Plugins { get; set; }

    /// <summary>Name that the server shows for this worker. Default null: the client's.</summary>
    public string? Identity { get; set; }

    /// <summary>Loggers. Default null: the client's.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Starts activities. Default: <see cref="Task.Factory"/>.</summary>
    public TaskFactory ActivityTaskFactory { get; set; } = Task.Factory;

    /// <summary>Workflow tasks at a time. Default null: 100.</summary>
    public int? MaxConcurrentWorkflowTasks { get; set; }

    /// <summary>Activities at a time. Default null: 100.</summary>
    public int? MaxConcurrentActivities { get; set; }

    /// <summary>Local activities at a time. Default null: 100.</summary>
    public int? MaxConcurrentLocalActivities { get; set; }

    /// <summary>Slots for tasks, instead of the three maxima. Default null.</summary>
    public WorkerTuner? Tuner { get; set; }

    /// <summary>Polls for workflow tasks at a time, both queues together. Default 5.</summary>
    public int MaxConcurrentWorkflowTaskPolls { get; set; } = 5;

    /// <summary>Polls for activity tasks at a time. Default 5.</summary>
    public int MaxConcurrentActivityTaskPolls { get; set; } = 5;

    /// <summary>Share of workflow polls on the normal queue; each queue has at least one. From 0 to 1, default 0.2.</summary>
    public float NonStickyToStickyPollRatio { get; set; } = 0.2F;

    /// <summary>Polls for workflow tasks, instead of their maximum. Default null.</summary>
    public PollerBehavior? WorkflowTaskPollerBehavior { get; set; }

    /// <summary>Polls for activity tasks, instead of their maximum. Default null.</summary>
    public PollerBehavior? ActivityTaskPollerBehavior { get; set; }

    /// <summary>Activities that this worker starts a second. Default null: no limit.</summary>
    public double? MaxActivitiesPerSecond { get; set; }

    /// <summary>Activities that the server hands out a second on this task queue, to all workers. Default null: no limit.</summary>
    public double? MaxTaskQueueActivitiesPerSecond { get; set; }

    /// <summary>Longest time between two heartbeats that are sent. Default 60 s.</summary>
    public TimeSpan MaxHeartbeatThrottleInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Time between two heartbeats that are sent for activities without a heartbeat timeout. Default 30 s.</summary>
    public TimeSpan DefaultHeartbeatThrottleInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Runs kept in memory between tasks. Default 10000; 0 replays each run at each task.</summary>
    public int MaxCachedWorkflows { get; set; } = 10000;

    /// <summary>How long the server waits for this worker to take a task of a run that it keeps. Default 10 s.</summary>
    public TimeSpan StickyQueueScheduleToStartTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time that activities have to end on shutdown before they are cancelled. Default zero.</summary>
    public TimeSpan GracefulShutdownTimeout { get; set; } = TimeSpan.Zero;

    /// <summary>Exception types that fail the workflow instead of its task, each with its subtypes. Default null: none.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes { get; set; }

    /// <summary>Whether deadlocks go unnoticed, as breakpoints need. Default: whether a debugger is attached or TEMPORAL_DEBUG is set.</summary>
    public bool DebugMode { get; set; }

    /// <summary>Whether work that leaves the workflow's scheduler goes unnoticed. Default false: it fails the workflow task.</summary>
    public bool DisableWorkflowTracingEventListener { get; set; }

    /// <summary>Whether the query for stack traces is answered. Default: no.</summary>
    public WorkflowStackTrace WorkflowStackTrace { get; set; } = WorkflowStackTrace.None;

    /// <summary>Decides whether a run uses a patch that it meets first; must be deterministic. Default null: it does.</summary>
    public Func<PatchActivationInput, bool>? PatchActivationCallback { get; set; }

    /// <summary>Whether activities are only run locally and none are polled for. Default false.</summary>
    public bool LocalActivityWorkerOnly { get; set; }

    /// <summary>Whether activities are never taken with the completion that schedules them. Default false.</summary>
    public bool DisableEagerActivityExecution { get; set; }

    /// <summary>Activities that a workflow task may take along with its completion. Above 0, default 3.</summary>
    /// <remarks>To take none, set <see cref="DisableEagerActivityExecution"/>.</remarks>
    public int MaxEagerActivityReservationsPerWorkflowTask { get; set; } = 3;

    /// <summary>Whether payloads over the server's limit are sent nevertheless. Default false: what holds them fails here.</summary>
    public bool DisablePayloadErrorLimit { get; set; }

    /// <summary>Build id of the older way of versioning. Default null: that of the program.</summary>
    [Obsolete("Set DeploymentOptions instead")]
    public string? BuildId
    {
        get => PlainBuildId;
        set => PlainBuildId = value;
    }

    /// <summary>Whether the server routes tasks by <see cref="BuildId"/>. Default false.</summary>
    [Obsolete("Set DeploymentOptions instead")]
    public bool UseWorkerVersioning
    {
        get => UsesPlainBuildId;
        set => UsesPlainBuildId = value;
    }

    /// <summary>Deployment of this worker. Default null: none.</summary>
    public WorkerDeploymentOptions? DeploymentOptions { get; set; }

    internal string? PlainBuildId { get; set; }

    internal bool UsesPlainBuildId { get; set; }

    /// <summary>Adds an activity.</summary>
    /// <param name="del">Delegate of a method with <see cref="ActivityAttribute"/>.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddActivity(Delegate del) => AddActivity(ActivityDefinition.Create(del));

    /// <summary>Adds an activity.</summary>
    /// <param name="definition">Its definition.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddActivity(ActivityDefinition definition)
    {
        Activities.Add(definition);
        return this;
    }

    /// <summary>Adds every activity of a type.</summary>
    /// <param name="instance">Object for instance methods; null if all are static.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddAllActivities<T>(T? instance) => AddAllActivities(typeof(T), instance);

    /// <summary>Adds every activity of a type.</summary>
    /// <param name="type">Type with the methods.</param>
    /// <param name="instance">Object for instance methods; null if all are static.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddAllActivities(Type type, object? instance)
    {
        foreach (var definition in ActivityDefinition.CreateAll(type, instance))
        {
            AddActivity(definition);
        }

        return this;
    }

    /// <summary>Adds a workflow.</summary>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="type">Its type.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddWorkflow(Type type) => AddWorkflow(WorkflowDefinition.Create(type));

    /// <summary>Adds a workflow.</summary>
    /// <param name="definition">Its definition.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddWorkflow(WorkflowDefinition definition)
    {
        Workflows.Add(definition);
        return this;
    }

    /// <summary>A copy with lists of its own.</summary>
    public virtual object Clone()
    {
        var copy = (TemporalWorkerOptions)MemberwiseClone();
        copy._activities = [.. Activities];
        copy._workflows = [.. Workflows];
        copy.DeploymentOptions = (WorkerDeploymentOptions?)DeploymentOptions?.Clone();
        return copy;
    }
}
