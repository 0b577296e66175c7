using System.Reflection;

namespace Temporalio.Worker.Interceptors;

/// <summary>A workflow to run.</summary>
/// <param name="Instance">The workflow object.</param>
/// <param name="RunMethod">Its run method.</param>
/// <param name="Args">Arguments, decoded.</param>
public record ExecuteWorkflowInput(
    object Instance,
    MethodInfo RunMethod,
    object?[] Args);
