using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>What a dynamic workflow may choose once its type is known.</summary>
public class WorkflowDefinitionOptions : ICloneable
{
    /// <summary>Exception types that fail the workflow instead of its task. Default null: none beyond the worker's.</summary>
    public Type[]? FailureExceptionTypes { get; set; }

    /// <summary>How runs move between worker versions. Default unspecified.</summary>
    public VersioningBehavior VersioningBehavior { get; set; } = VersioningBehavior.Unspecified;

    /// <summary>A shallow copy.</summary>
    public object Clone() => MemberwiseClone();
}
