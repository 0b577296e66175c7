namespace Temporalio.Workflows;

/// <summary>Marks the method of a dynamic workflow that returns its options once the type is known.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowDynamicOptionsAttribute : Attribute;
