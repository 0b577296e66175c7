using Temporalio.Api.WorkflowService.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Workflows;

namespace Temporalio.Worker.Tasks;

/// <summary>Makes runs for tasks.</summary>
/// <param name="context">The worker.</param>
/// <param name="workflows">Workflow types.</param>
/// <param name="localActivities">Runs local activities.</param>
internal sealed class WorkflowRunFactory(
    WorkerContext context, WorkerRegistry<WorkflowDefinition> workflows, LocalActivityExecutor localActivities)
{
    private readonly Activations _activations = new(context.Options.DebugMode);

    /// <summary>A run that has seen nothing yet.</summary>
    /// <exception cref="ApplicationFailureException">This worker does not have the workflow type.</exception>
    public WorkflowRun Create(PollWorkflowTaskQueueResponse task)
    {
        var definition = workflows.Find(task.WorkflowType.Name)
            ?? throw new ApplicationFailureException(workflows.Missing(task.WorkflowType.Name), errorType: "NotFoundError");
        var local = new RunLocalActivities(localActivities);
        return new(
            new()
            {
                Definition = definition,
                Namespace = context.Namespace,
                TaskQueue = context.TaskQueue,
                WorkflowId = task.WorkflowExecution.WorkflowId,
                RunId = task.WorkflowExecution.RunId,
                WorkflowType = task.WorkflowType.Name,
                DataConverter = context.DataConverter,
                Interceptors = context.Interceptors,
                LoggerFactory = context.LoggerFactory,
                MetricMeter = context.MetricMeter.WithTags([new("workflow_type", task.WorkflowType.Name)]),
                FailureExceptionTypes = context.Options.WorkflowFailureExceptionTypes ?? [],
                StackTrace = context.Options.WorkflowStackTrace,
                PatchActivationCallback = context.Options.PatchActivationCallback,
                BuildId = context.BuildId,
                DeploymentVersion = context.Options.DeploymentOptions?.Version,
                IsSchedulerChecked = !context.Options.DisableWorkflowTracingEventListener,
                LocalActivities = local,
            },
            _activations,
            local);
    }
}
