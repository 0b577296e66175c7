using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>How a query is answered.</summary>
public class WorkflowQueryDefinition
{
    private WorkflowQueryDefinition(string? name, HandlerMethod handler, string? description)
    {
        Name = DefinitionNames.Check(name, "Query");
        Handler = handler;
        Description = description;
        if (typeof(Task).IsAssignableFrom(handler.Method.ReturnType))
        {
            throw new ArgumentException($"WorkflowQuery method {handler.Method} cannot return a Task");
        }

        if (handler.Method.ReturnType == typeof(void))
        {
            throw new ArgumentException($"WorkflowQuery method {handler.Method} must return a value");
        }
    }

    /// <summary>Query name; null if it takes every query without a handler.</summary>
    public string? Name { get; }

    /// <summary>Whether it takes every query without a handler of its own.</summary>
    public bool Dynamic => Name == null;

    /// <summary>Words for the metadata; null if none.</summary>
    public string? Description { get; }

    /// <summary>What to run.</summary>
    internal HandlerMethod Handler { get; }

    /// <summary>Reads a method with <see cref="WorkflowQueryAttribute"/>.</summary>
    /// <exception cref="ArgumentException">The attribute is missing or the method does not fit.</exception>
    public static WorkflowQueryDefinition FromMethod(MethodInfo method)
    {
        var attribute = method.GetCustomAttribute<WorkflowQueryAttribute>(false)
            ?? throw new ArgumentException($"{method} missing WorkflowQuery attribute");
        var handler = new HandlerMethod(method).RequireCallable("Query");
        if (attribute.Dynamic)
        {
            handler.RequireDynamicShape("query", attribute.Name);
        }

        return new(attribute.Dynamic ? null : attribute.Name ?? method.Name, handler, attribute.Description);
    }

    /// <summary>Reads a property with <see cref="WorkflowQueryAttribute"/>.</summary>
    /// <exception cref="ArgumentException">The attribute is missing or the property does not fit.</exception>
    public static WorkflowQueryDefinition FromProperty(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<WorkflowQueryAttribute>(false)
            ?? throw new ArgumentException($"{property} missing WorkflowQuery attribute");
        if (attribute.Dynamic)
        {
            throw new ArgumentException($"WorkflowQuery property {property} cannot be dynamic");
        }

        var getter = property.GetMethod;
        if (getter is not { IsPublic: true })
        {
            throw new ArgumentException($"WorkflowQuery property {property} must have public getter");
        }

        return getter.IsStatic
            ? throw new ArgumentException($"WorkflowQuery property {property} cannot be static")
            : new(attribute.Name ?? property.Name, new(getter), attribute.Description);
    }

    /// <summary>Makes a definition for use at run time through <see cref="Workflow.Queries"/>.</summary>
    /// <param name="name">Query name; null for a dynamic handler.</param>
    /// <param name="del">Delegate that returns a value.</param>
    /// <param name="description">Words for the metadata; null for none.</param>
    /// <exception cref="ArgumentException">The delegate does not fit or the name is reserved.</exception>
    public static WorkflowQueryDefinition CreateWithoutAttribute(string? name, Delegate del, string? description = null)
    {
        var handler = new HandlerMethod(del);
        if (name == null)
        {
            handler.RequireDynamicShape("query", name);
        }

        return new(name, handler, description);
    }

    /// <summary>Name a caller uses for a handler method.</summary>
    /// <exception cref="ArgumentException">The method is no query, or a dynamic one.</exception>
    internal static string NameForCall(MethodInfo method)
    {
        var attribute = method.GetCustomAttribute<WorkflowQueryAttribute>(false)
            ?? throw new ArgumentException($"{method} missing WorkflowQuery attribute");
        return attribute.Dynamic
            ? throw new ArgumentException($"{method} cannot be used directly since it is a dynamic query")
            : attribute.Name ?? method.Name;
    }

    /// <summary>Name a caller uses for a property.</summary>
    /// <exception cref="ArgumentException">The property is no query.</exception>
    internal static string NameForCall(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<WorkflowQueryAttribute>(false)
            ?? throw new ArgumentException($"{property} missing WorkflowQuery attribute");
        return attribute.Name ?? property.Name;
    }
}
