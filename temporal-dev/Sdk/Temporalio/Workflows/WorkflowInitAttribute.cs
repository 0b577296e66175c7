namespace Temporalio.Workflows;

/// <summary>Marks a public constructor that receives the same arguments as the run method, so that handlers that run first find state.</summary>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
public sealed class WorkflowInitAttribute : Attribute;
