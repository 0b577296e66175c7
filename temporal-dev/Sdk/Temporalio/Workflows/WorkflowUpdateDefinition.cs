using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>How an update is validated and handled.</summary>
public class WorkflowUpdateDefinition
{
    private WorkflowUpdateDefinition(
        string? name, HandlerMethod handler, HandlerMethod? validator, HandlerUnfinishedPolicy unfinishedPolicy, string? description)
    {
        Name = DefinitionNames.Check(name, "Update");
        Handler = handler;
        Validator = validator;
        UnfinishedPolicy = unfinishedPolicy;
        Description = description;
        if (!typeof(Task).IsAssignableFrom(handler.Method.ReturnType))
        {
            throw new ArgumentException($"WorkflowUpdate method {handler.Method} must return Task");
        }

        if (validator == null)
        {
            return;
        }

        if (validator.Method.ReturnType != typeof(void))
        {
            throw new ArgumentException($"WorkflowUpdateValidator method {validator.Method} must be void");
        }

        if (!validator.Parameters.Select(p => p.ParameterType).SequenceEqual(handler.Parameters.Select(p => p.ParameterType)))
        {
            throw new ArgumentException(
                $"WorkflowUpdateValidator method {validator.Method} must have the same parameters as {handler.Method}");
        }
    }

    /// <summary>Update name; null if it takes every update without a handler.</summary>
    public string? Name { get; }

    /// <summary>Whether it takes every update without a handler of its own.</summary>
    public bool Dynamic => Name == null;

    /// <summary>Words for the metadata; null if none.</summary>
    public string? Description { get; }

    /// <summary>What to run.</summary>
    internal HandlerMethod Handler { get; }

    /// <summary>What may refuse before; null if nothing.</summary>
    internal HandlerMethod? Validator { get; }

    /// <summary>What to do when the workflow ends first.</summary>
    internal HandlerUnfinishedPolicy UnfinishedPolicy { get; }

    /// <summary>Reads a method with <see cref="WorkflowUpdateAttribute"/>.</summary>
    /// <param name="method">The handler.</param>
    /// <param name="validatorMethod">Method with <see cref="WorkflowUpdateValidatorAttribute"/>, or null.</param>
    /// <exception cref="ArgumentException">The attribute is missing or a method does not fit.</exception>
    public static WorkflowUpdateDefinition FromMethod(MethodInfo method, MethodInfo? validatorMethod = null)
    {
        var attribute = method.GetCustomAttribute<WorkflowUpdateAttribute>(false)
            ?? throw new ArgumentException($"{method} missing WorkflowUpdate attribute");
        var handler = new HandlerMethod(method).RequireCallable("Update");
        if (attribute.Dynamic)
        {
            handler.RequireDynamicShape("update", attribute.Name);
        }

        var validator = validatorMethod == null ? null : new HandlerMethod(validatorMethod).RequireCallable("UpdateValidator");
        var name = attribute.Dynamic ? null : attribute.Name ?? DefinitionNames.OfHandler(method);
        return new(name, handler, validator, attribute.UnfinishedPolicy, attribute.Description);
    }

    /// <summary>Makes a definition for use at run time through <see cref="Workflow.Updates"/>.</summary>
    /// <param name="name">Update name; null for a dynamic handler.</param>
    /// <param name="del">Delegate that returns <see cref="Task"/> or <see cref="Task{TResult}"/>.</param>
    /// <param name="validatorDel">Delegate with the same parameters that throws to refuse; null for none.</param>
    /// <param name="unfinishedPolicy">What to do when the workflow ends first.</param>
    /// <param name="description">Words for the metadata; null for none.</param>
    /// <exception cref="ArgumentException">A delegate does not fit or the name is reserved.</exception>
    public static WorkflowUpdateDefinition CreateWithoutAttribute(
        string? name,
        Delegate del,
        Delegate? validatorDel = null,
        HandlerUnfinishedPolicy unfinishedPolicy = HandlerUnfinishedPolicy.WarnAndAbandon,
        string? description = null)
    {
        var handler = new HandlerMethod(del);
        if (name == null)
        {
            handler.RequireDynamicShape("update", name);
        }

        return new(name, handler, validatorDel == null ? null : new(validatorDel), unfinishedPolicy, description);
    }

    /// <summary>Name a caller uses for a handler method.</summary>
    /// <exception cref="ArgumentException">The method is no update, or a dynamic one.</exception>
    internal static string NameForCall(MethodInfo method)
    {
        var attribute = method.GetCustomAttribute<WorkflowUpdateAttribute>(false)
            ?? throw new ArgumentException($"{method} missing WorkflowUpdate attribute");
        return attribute.Dynamic
            ? throw new ArgumentException($"{method} cannot be used directly since it is a dynamic update")
            : attribute.Name ?? DefinitionNames.OfHandler(method);
    }
}
