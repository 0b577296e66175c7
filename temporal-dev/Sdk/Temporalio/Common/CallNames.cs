using System.Reflection;
using Temporalio.Workflows;

namespace Temporalio.Common;

/// <summary>Names on the wire of the workflow methods that a lambda calls, from their attributes.</summary>
internal static class CallNames
{
    /// <summary>Workflow type of a run method.</summary>
    /// <exception cref="ArgumentException">The method or its type lacks its attribute, or the workflow is dynamic.</exception>
    public static string OfWorkflow(MethodInfo method)
    {
        Find<WorkflowRunAttribute>(method);
        var type = method.ReflectedType ?? throw new ArgumentException($"{method} has no type");
        var attribute = type.GetCustomAttribute<WorkflowAttribute>(false)
            ?? throw new ArgumentException($"{type} missing Workflow attribute");
        if (attribute.Dynamic)
        {
            throw new ArgumentException($"{type} cannot be used directly since it is a dynamic workflow");
        }

        var name = type.Name;
        return attribute.Name ??
            (type.IsInterface && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name[1..] : name);
    }

    /// <summary>Name of a signal.</summary>
    public static string OfSignal(MethodInfo method)
    {
        var attribute = Find<WorkflowSignalAttribute>(method);
        return attribute.Name ?? WithoutAsync(NotDynamic(method, attribute.Dynamic));
    }

    /// <summary>Name of an update.</summary>
    public static string OfUpdate(MethodInfo method)
    {
        var attribute = Find<WorkflowUpdateAttribute>(method);
        return attribute.Name ?? WithoutAsync(NotDynamic(method, attribute.Dynamic));
    }

    /// <summary>Name of a query.</summary>
    public static string OfQuery(MemberInfo member)
    {
        var attribute = Find<WorkflowQueryAttribute>(member);
        return attribute.Name ?? NotDynamic(member, attribute.Dynamic);
    }

    private static T Find<T>(MemberInfo member)
        where T : Attribute => member.GetCustomAttribute<T>(false)
            ?? throw new ArgumentException($"{member.Name} missing {typeof(T).Name.Replace("Attribute", string.Empty, StringComparison.Ordinal)} attribute");

    private static string NotDynamic(MemberInfo member, bool dynamic) => dynamic
        ? throw new ArgumentException($"{member.Name} cannot be used directly since it is dynamic")
        : member.Name;

    private static string WithoutAsync(string name) =>
        name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name;
}
