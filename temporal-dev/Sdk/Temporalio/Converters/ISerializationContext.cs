using Temporalio.Activities;

namespace Temporalio.Converters;

/// <summary>What a payload belongs to, told to converters and codecs that want to know.</summary>
public interface ISerializationContext
{
    /// <summary>A context that belongs to a workflow, or may.</summary>
    interface IHasWorkflow : ISerializationContext
    {
        /// <summary>Namespace.</summary>
        string Namespace { get; }

        /// <summary>Workflow id, null if there is no workflow.</summary>
        string? WorkflowId { get; }
    }

    /// <summary>The payload belongs to a workflow.</summary>
    /// <param name="Namespace">Namespace.</param>
    /// <param name="WorkflowId">Workflow id.</param>
    sealed record Workflow(string Namespace, string WorkflowId) : IHasWorkflow;

    /// <summary>The payload belongs to an activity.</summary>
    /// <param name="Namespace">Namespace.</param>
    /// <param name="ActivityId">Activity id, null where not known yet.</param>
    /// <param name="WorkflowId">Workflow id, null for an activity of its own.</param>
    /// <param name="WorkflowType">Workflow type, null where not known.</param>
    /// <param name="ActivityType">Activity type, null where not known.</param>
    /// <param name="ActivityTaskQueue">Task queue, null where not known.</param>
    /// <param name="IsLocal">Whether it is a local activity.</param>
    sealed record Activity(
        string Namespace,
        string? ActivityId,
        string? WorkflowId,
        string? WorkflowType,
        string? ActivityType,
        string? ActivityTaskQueue,
        bool IsLocal) : IHasWorkflow
    {
        /// <summary>The context of a running activity.</summary>
        /// <param name="info">Facts of the attempt.</param>
        public Activity(ActivityInfo info)
            : this(
                info.WorkflowNamespace ?? info.Namespace,
                info.ActivityId,
                info.WorkflowId,
                info.WorkflowType,
                info.ActivityType,
                info.TaskQueue,
                info.IsLocal)
        {
        }
    }
}
