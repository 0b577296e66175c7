namespace Temporalio.Workflows;

/// <summary>Marks a public method or property as a query: it returns a value at once and changes nothing.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class WorkflowQueryAttribute : Attribute
{
    /// <summary>Uses the default name: the method or property name untouched.</summary>
    public WorkflowQueryAttribute()
    {
    }

    /// <summary>Uses a name of its own.</summary>
    /// <param name="name">Name that callers use; must not start with "__temporal".</param>
    public WorkflowQueryAttribute(string name) => Name = name;

    /// <summary>Given name, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this handler takes every query that has no handler of its own. Default false. Then no name may be given
    /// and the method takes <c>(string name, IRawValue[] args)</c>.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Words shown with the workflow's metadata. Default null: none.</summary>
    public string? Description { get; set; }
}
