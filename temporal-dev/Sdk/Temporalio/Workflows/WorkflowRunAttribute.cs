namespace Temporalio.Workflows;

/// <summary>Marks the one public instance method, declared on the workflow type itself, that is the workflow: it returns <see cref="Task"/> or <see cref="Task{TResult}"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowRunAttribute : Attribute;
