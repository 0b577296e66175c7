namespace Temporalio.Workflows;

/// <summary>Marks a public instance method that returns <see cref="Task"/> or <see cref="Task{TResult}"/> as the handler of an update.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowUpdateAttribute : Attribute
{
    /// <summary>Uses the default name: the method name without a trailing "Async".</summary>
    public WorkflowUpdateAttribute()
    {
    }

    /// <summary>Uses a name of its own.</summary>
    /// <param name="name">Name that callers use; must not start with "__temporal".</param>
    public WorkflowUpdateAttribute(string name) => Name = name;

    /// <summary>Given name, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this handler takes every update that has no handler of its own. Default false. Then no name may be given
    /// and the method takes <c>(string name, IRawValue[] args)</c>.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Words shown with the workflow's metadata. Default null: none.</summary>
    public string? Description { get; set; }

    /// <summary>What happens when the workflow ends while this handler still runs. Default: warn and abandon.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; set; } = HandlerUnfinishedPolicy.WarnAndAbandon;
}
