using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Marks a type as a workflow.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct, Inherited = false)]
public sealed class WorkflowAttribute : Attribute
{
    /// <summary>Uses the type's name; of an interface without its leading I.</summary>
    public WorkflowAttribute()
    {
    }

    /// <summary>Uses a name of its own.</summary>
    /// <param name="name">Workflow type name; must not start with "__temporal".</param>
    public WorkflowAttribute(string name) => Name = name;

    /// <summary>Given name, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this workflow runs for every type that has none of its own. Default false. Then no name may be given and
    /// the run method takes <c>IRawValue[]</c>.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Exception types that fail the workflow or update instead of the workflow task, each with its subtypes, in
    /// addition to the worker's. Default null: none.</summary>
    public Type[]? FailureExceptionTypes { get; set; }

    /// <summary>How runs move between worker versions. Default unspecified: as the worker says.</summary>
    public VersioningBehavior VersioningBehavior { get; set; }
}
