using System.Reflection;
using System.Runtime.CompilerServices;

namespace Temporalio.Workflows;

/// <summary>How names of workflows, handlers and activities follow from types and methods, and which are reserved.</summary>
internal static class DefinitionNames
{
    /// <summary>Prefix of names that belong to Temporal itself.</summary>
    public const string ReservedPrefix = "__temporal";

    private static readonly string[] ReservedQueries = ["__stack_trace", "__enhanced_stack_trace"];

    /// <summary>Whether a name belongs to Temporal.</summary>
    public static bool IsReserved(string name) => name.StartsWith(ReservedPrefix, StringComparison.Ordinal);

    /// <summary>Whether a query name belongs to Temporal.</summary>
    public static bool IsReservedQuery(string name) => IsReserved(name) || Array.IndexOf(ReservedQueries, name) >= 0;

    /// <summary>Refuses a reserved name.</summary>
    /// <exception cref="ArgumentException">The name is reserved.</exception>
    public static string? Check(string? name, string kind)
    {
        if (name == null)
        {
            return null;
        }

        var reserved = kind == "Query" ? ReservedQueries.Prepend(ReservedPrefix) : [ReservedPrefix];
        var hit = reserved.FirstOrDefault(r => name.StartsWith(r, StringComparison.Ordinal));
        return hit == null ? name : throw new ArgumentException($"{kind} name {name} cannot start with {hit}");
    }

    /// <summary>Default name of a workflow type: its own, of an interface without the leading I, without generic arity.</summary>
    public static string OfType(Type type)
    {
        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick < 0 ? name : name[..tick];
        return type.IsInterface && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name[1..] : name;
    }

    /// <summary>Default name of a signal or update: the method's, without "Async".</summary>
    public static string OfHandler(MethodInfo method) => WithoutAsync(method.Name);

    /// <summary>Default name of an activity: the method's (of a local function its own), without "Async" if it returns a task.</summary>
    /// <exception cref="ArgumentException">The method is a lambda, which has no name.</exception>
    public static string OfActivity(MethodInfo method)
    {
        var name = method.Name;

        // The compiler names local functions "<Outer>g__Name|0_0" and lambdas "<Outer>b__0_0".
        if (name.StartsWith('<'))
        {
            var start = name.IndexOf(">g__", StringComparison.Ordinal);
            var end = name.LastIndexOf('|');
            if (start < 0 || end < start)
            {
                throw new ArgumentException($"{name} appears to be a lambda which must have a name given on the attribute");
            }

            name = name[(start + 4)..end];
        }

        return typeof(Task).IsAssignableFrom(method.ReturnType) ? WithoutAsync(name) : name;
    }

    /// <summary>Whether the compiler made the method, as for accessors and closures.</summary>
    public static bool IsCompilerMade(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name;
}
