using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>How a signal is handled.</summary>
public class WorkflowSignalDefinition
{
    private WorkflowSignalDefinition(string? name, HandlerMethod handler, HandlerUnfinishedPolicy unfinishedPolicy, string? description)
    {
        Name = DefinitionNames.Check(name, "Signal");
        Handler = handler;
        UnfinishedPolicy = unfinishedPolicy;
        Description = description;
        if (handler.Method.ReturnType != typeof(Task))
        {
            throw new ArgumentException($"WorkflowSignal method {handler.Method} must return Task");
        }
    }

    /// <summary>Signal name; null if it takes every signal without a handler.</summary>
    public string? Name { get; }

    /// <summary>Whether it takes every signal without a handler of its own.</summary>
    public bool Dynamic => Name == null;

    /// <summary>Words for the metadata; null if none.</summary>
    public string? Description { get; }

    /// <summary>What to run.</summary>
    internal HandlerMethod Handler { get; }

    /// <summary>What to do when the workflow ends first.</summary>
    internal HandlerUnfinishedPolicy UnfinishedPolicy { get; }

    /// <summary>Reads a method with <see cref="WorkflowSignalAttribute"/>.</summary>
    /// <exception cref="ArgumentException">The attribute is missing or the method does not fit.</exception>
    public static WorkflowSignalDefinition FromMethod(MethodInfo method)
    {
        var attribute = method.GetCustomAttribute<WorkflowSignalAttribute>(false)
            ?? throw new ArgumentException($"{method} missing WorkflowSignal attribute");
        var handler = new HandlerMethod(method).RequireCallable("Signal");
        if (attribute.Dynamic)
        {
            handler.RequireDynamicShape("signal", attribute.Name);
        }

        var name = attribute.Dynamic ? null : attribute.Name ?? DefinitionNames.OfHandler(method);
        return new(name, handler, attribute.UnfinishedPolicy, attribute.Description);
    }

    /// <summary>Makes a definition for use at run time through <see cref="Workflow.Signals"/>.</summary>
    /// <param name="name">Signal name; null for a dynamic handler.</param>
    /// <param name="del">Delegate that returns <see cref="Task"/>.</param>
    /// <param name="unfinishedPolicy">What to do when the workflow ends first.</param>
    /// <param name="description">Words for the metadata; null for none.</param>
    /// <exception cref="ArgumentException">The delegate does not fit or the name is reserved.</exception>
    public static WorkflowSignalDefinition CreateWithoutAttribute(
        string? name,
        Delegate del,
        HandlerUnfinishedPolicy unfinishedPolicy = HandlerUnfinishedPolicy.WarnAndAbandon,
        string? description = null)
    {
        var handler = new HandlerMethod(del);
        if (name == null)
        {
            handler.RequireDynamicShape("signal", name);
        }

        return new(name, handler, unfinishedPolicy, description);
    }

    /// <summary>Name a caller uses for a handler method.</summary>
    /// <exception cref="ArgumentException">The method is no signal, or a dynamic one.</exception>
    internal static string NameForCall(MethodInfo method)
    {
        var attribute = method.GetCustomAttribute<WorkflowSignalAttribute>(false)
            ?? throw new ArgumentException($"{method} missing WorkflowSignal attribute");
        return attribute.Dynamic
            ? throw new ArgumentException($"{method} cannot be used directly since it is a dynamic signal")
            : attribute.Name ?? DefinitionNames.OfHandler(method);
    }
}
