namespace Temporalio.Workflows;

/// <summary>Marks a public void method with the same parameters as an update handler: what it throws rejects the update.</summary>
/// <param name="updateMethod">Name of the update's method (not of the update).</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowUpdateValidatorAttribute(string updateMethod) : Attribute
{
    /// <summary>Name of the method that handles the update.</summary>
    public string UpdateMethod { get; } = updateMethod;
}
