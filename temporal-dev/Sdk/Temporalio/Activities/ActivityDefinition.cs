using System.Reflection;
using Temporalio.Converters;
using Temporalio.Workflows;

namespace Temporalio.Activities;

/// <summary>Everything the worker knows of an activity.</summary>
public class ActivityDefinition
{
    private readonly Func<object?[], object?> _invoker;

    private ActivityDefinition(
        string? name,
        Type returnType,
        IReadOnlyList<Type> parameterTypes,
        int requiredParameterCount,
        Func<object?[], object?> invoker,
        MethodInfo? method)
    {
        Name = DefinitionNames.Check(name, "Activity");
        ReturnType = returnType;
        ParameterTypes = parameterTypes;
        RequiredParameterCount = requiredParameterCount;
        MethodInfo = method;
        _invoker = invoker;
        if (requiredParameterCount < 0 || requiredParameterCount > parameterTypes.Count)
        {
            throw new ArgumentException(
                $"Activity {name} has {parameterTypes.Count} parameter types but requires {requiredParameterCount}",
                nameof(requiredParameterCount));
        }

        if (parameterTypes.Any(t => t.IsByRef))
        {
            throw new ArgumentException($"{method} has disallowed ref/out parameter");
        }

        if (name == null && (parameterTypes.Count != 1 || parameterTypes[0] != typeof(IRawValue[]) || requiredParameterCount != 1))
        {
            throw new ArgumentException($"Dynamic activity {method} must accept a required array of IRawValue");
        }
    }

    /// <summary>Activity type name; null if it takes every type without a definition.</summary>
    public string? Name { get; }

    /// <summary>Whether it takes every activity type without a definition of its own.</summary>
    public bool Dynamic => Name == null;

    /// <summary>What the method returns, tasks included.</summary>
    public Type ReturnType { get; }

    /// <summary>Types of the parameters, in order.</summary>
    public IReadOnlyCollection<Type> ParameterTypes { get; }

    /// <summary>How many of them have no default.</summary>
    public int RequiredParameterCount { get; }

    /// <summary>The method; null if the definition was made of types and an invoker.</summary>
    public MethodInfo? MethodInfo { get; }

    /// <summary>Reads a delegate whose method has <see cref="ActivityAttribute"/>.</summary>
    /// <exception cref="ArgumentException">The attribute is missing or the method does not fit.</exception>
    public static ActivityDefinition Create(Delegate del) => Create(del.Method, Invoker(del.Method, del.Target));

    /// <summary>Reads a method with <see cref="ActivityAttribute"/>.</summary>
    /// <param name="method">The method.</param>
    /// <param name="invoker">Calls it with all arguments; may return a task.</param>
    /// <exception cref="ArgumentException">The attribute is missing or the method does not fit.</exception>
    public static ActivityDefinition Create(MethodInfo method, Func<object?[], object?> invoker)
    {
        var attribute = method.GetCustomAttribute<ActivityAttribute>(false)
            ?? throw new ArgumentException($"{method} missing Activity attribute");
        if (attribute is { Dynamic: true, Name: not null })
        {
            throw new ArgumentException($"{method} cannot be dynamic and have custom name");
        }

        return CreateWithoutAttribute(attribute.Dynamic ? null : attribute.Name ?? DefinitionNames.OfActivity(method), method, invoker);
    }

    /// <summary>Makes a definition from parts.</summary>
    /// <param name="name">Activity name; null for a dynamic one.</param>
    /// <param name="returnType">Result type, tasks included.</param>
    /// <param name="parameterTypes">Types of the parameters.</param>
    /// <param name="requiredParameterCount">How many have no default; at most their number.</param>
    /// <param name="invoker">Runs the activity; may return a task.</param>
    /// <exception cref="ArgumentException">The parts do not fit together or the name is reserved.</exception>
    public static ActivityDefinition Create(
        string? name,
        Type returnType,
        IReadOnlyCollection<Type> parameterTypes,
        int requiredParameterCount,
        Func<object?[], object?> invoker) =>
        new(name, returnType, [.. parameterTypes], requiredParameterCount, invoker, null);

    /// <summary>Reads a method that needs no attribute.</summary>
    /// <param name="name">Activity name; null for a dynamic one.</param>
    /// <param name="method">The method.</param>
    /// <param name="invoker">Calls it with all arguments; may return a task.</param>
    /// <exception cref="ArgumentException">The method does not fit or the name is reserved.</exception>
    public static ActivityDefinition CreateWithoutAttribute(string? name, MethodInfo method, Func<object?[], object?> invoker)
    {
        if (method.ContainsGenericParameters)
        {
            throw new ArgumentException($"{method} contains generic parameters");
        }

        var parameters = method.GetParameters();
        return new(
            name,
            method.ReturnType,
            [.. parameters.Select(p => p.ParameterType)],
            parameters.Count(p => !p.HasDefaultValue),
            invoker,
            method);
    }

    /// <summary>Reads every activity method of a type.</summary>
    /// <param name="instance">Object for the instance methods; null if all are static.</param>
    /// <exception cref="ArgumentException">There is none, or one does not fit.</exception>
    /// <exception cref="InvalidOperationException">An instance method without an instance, at the call.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateAll<T>(T? instance) => CreateAll(typeof(T), instance);

    /// <summary>Reads every activity method of a type: public or not, static or not.</summary>
    /// <param name="type">Type with the methods.</param>
    /// <param name="instance">Object for the instance methods; null if all are static.</param>
    /// <exception cref="ArgumentException">There is none, or one does not fit.</exception>
    /// <exception cref="InvalidOperationException">An instance method without an instance.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateAll(Type type, object? instance)
    {
        const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var found = new List<ActivityDefinition>();
        foreach (var method in type.GetMethods(Everything | BindingFlags.FlattenHierarchy))
        {
            if (!method.IsDefined(typeof(ActivityAttribute), false))
            {
                continue;
            }

            if (!method.IsStatic && instance == null)
            {
                throw new InvalidOperationException($"Instance not provided, but activity method {method} is non-static");
            }

            found.Add(Create(method, Invoker(method, method.IsStatic ? null : instance)));
        }

        return found.Count > 0 ? found : throw new ArgumentException($"No activities found on {type}", nameof(type));
    }

    /// <summary>Runs the activity and waits for it.</summary>
    /// <param name="parameters">All arguments, defaults filled in.</param>
    /// <returns>Its result; null for void.</returns>
    public async Task<object?> InvokeAsync(object?[] parameters)
    {
        var result = _invoker(parameters);
        if (result is not Task task)
        {
            return result;
        }

        await task;
        return TaskResult.Of(task);
    }

    /// <summary>Name a caller uses for an activity method.</summary>
    /// <exception cref="ArgumentException">The method is no activity, or a dynamic one.</exception>
    internal static string NameForCall(MethodInfo method)
    {
        var attribute = method.GetCustomAttribute<ActivityAttribute>(false)
            ?? throw new ArgumentException($"{method} missing Activity attribute");
        return attribute.Dynamic
            ? throw new ArgumentException($"{method} cannot be used directly since it is a dynamic activity")
            : attribute.Name ?? DefinitionNames.OfActivity(method);
    }

    private static Func<object?[], object?> Invoker(MethodInfo method, object? target) =>
        args => method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, args, null);
}
