using System.Reflection;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Everything the worker knows of a workflow type.</summary>
public class WorkflowDefinition
{
    private readonly ConstructorInfo? _initConstructor;
    private readonly Func<object?[], object>? _creator;

    /// <summary>Made by <see cref="WorkflowDefinitionReader"/>.</summary>
    internal WorkflowDefinition(WorkflowDefinitionReader parts)
    {
        Name = parts.Name;
        Type = parts.Type;
        RunMethod = parts.RunMethod!;
        RunParameters = RunMethod.GetParameters();
        _initConstructor = parts.InitConstructor;
        _creator = parts.Creator;
        Instantiable = parts.Instantiable;
        Signals = parts.Signals;
        Queries = parts.Queries;
        Updates = parts.Updates;
        DynamicSignal = parts.DynamicSignal;
        DynamicQuery = parts.DynamicQuery;
        DynamicUpdate = parts.DynamicUpdate;
        DynamicOptionsGetter = parts.DynamicOptionsGetter;
        FailureExceptionTypes = parts.Attribute?.FailureExceptionTypes;
        VersioningBehavior = parts.Attribute is { VersioningBehavior: not Common.VersioningBehavior.Unspecified } a ? a.VersioningBehavior : null;
    }

    /// <summary>Workflow type name; null if it takes every type without a definition.</summary>
    public string? Name { get; }

    /// <summary>Type that carries the attributes.</summary>
    public Type Type { get; }

    /// <summary>The method that is the workflow.</summary>
    public MethodInfo RunMethod { get; }

    /// <summary>Whether a worker can make instances: not for interfaces, abstract classes and types without a fitting constructor.</summary>
    public bool Instantiable { get; }

    /// <summary>Whether it takes every workflow type without a definition of its own.</summary>
    public bool Dynamic => Name == null;

    /// <summary>Signal handlers by name.</summary>
    public IReadOnlyDictionary<string, WorkflowSignalDefinition> Signals { get; }

    /// <summary>Query handlers by name.</summary>
    public IReadOnlyDictionary<string, WorkflowQueryDefinition> Queries { get; }

    /// <summary>Update handlers by name.</summary>
    public IReadOnlyDictionary<string, WorkflowUpdateDefinition> Updates { get; }

    /// <summary>Handler of every other signal; null if there is none.</summary>
    public WorkflowSignalDefinition? DynamicSignal { get; }

    /// <summary>Handler of every other query; null if there is none.</summary>
    public WorkflowQueryDefinition? DynamicQuery { get; }

    /// <summary>Handler of every other update; null if there is none.</summary>
    public WorkflowUpdateDefinition? DynamicUpdate { get; }

    /// <summary>Reads the options of a dynamic workflow from its instance; null if it has none.</summary>
    public Func<object?, WorkflowDefinitionOptions>? DynamicOptionsGetter { get; }

    /// <summary>Exception types that fail the workflow instead of its task; null if none.</summary>
    public Type[]? FailureExceptionTypes { get; }

    /// <summary>How runs move between worker versions; null if not said.</summary>
    public VersioningBehavior? VersioningBehavior { get; }

    /// <summary>Parameters of <see cref="RunMethod"/>.</summary>
    internal ParameterInfo[] RunParameters { get; }

    /// <summary>Reads a workflow type.</summary>
    /// <exception cref="AggregateException">The type breaks rules; each is an inner exception.</exception>
    public static WorkflowDefinition Create<T>() => Create(typeof(T));

    /// <summary>Reads a workflow type.</summary>
    /// <exception cref="AggregateException">The type breaks rules; each is an inner exception.</exception>
    public static WorkflowDefinition Create(Type type) => Create(type, null, null);

    /// <summary>Reads a workflow type under another name or with another way to make instances.</summary>
    /// <param name="type">Type with <see cref="WorkflowAttribute"/>.</param>
    /// <param name="nameOverride">Name instead of the attribute's; null to keep that.</param>
    /// <param name="creatorOverride">Makes an instance from the run arguments; null for the constructor.</param>
    /// <exception cref="AggregateException">The type breaks rules; each is an inner exception.</exception>
    public static WorkflowDefinition Create(Type type, string? nameOverride, Func<object?[], object>? creatorOverride) =>
        new WorkflowDefinitionReader(type, nameOverride, creatorOverride).Read();

    /// <summary>Makes the object that one run works on.</summary>
    /// <param name="workflowArguments">Arguments of the run method, given to a constructor with <see cref="WorkflowInitAttribute"/>.</param>
    /// <exception cref="InvalidOperationException">The type cannot be instantiated.</exception>
    public object CreateWorkflowInstance(object?[] workflowArguments)
    {
        if (_creator != null)
        {
            return _creator(workflowArguments);
        }

        if (!Instantiable)
        {
            throw new InvalidOperationException($"Workflow type {Type} cannot be instantiated");
        }

        return _initConstructor != null
            ? _initConstructor.Invoke(BindingFlags.DoNotWrapExceptions, null, workflowArguments, null)
            : Activator.CreateInstance(Type, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, null, null)!;
    }

    /// <summary>Name a caller uses for a run method.</summary>
    /// <exception cref="ArgumentException">The method is no workflow run method, or a dynamic one.</exception>
    internal static string NameForCall(MethodInfo runMethod)
    {
        if (!runMethod.IsDefined(typeof(WorkflowRunAttribute), false))
        {
            throw new ArgumentException($"{runMethod} missing WorkflowRun attribute");
        }

        var type = runMethod.ReflectedType ?? runMethod.DeclaringType!;
        var attribute = type.GetCustomAttribute<WorkflowAttribute>(false)
            ?? throw new ArgumentException($"{type} missing Workflow attribute");
        return attribute.Dynamic
            ? throw new ArgumentException($"{runMethod} cannot be used directly since it is a dynamic workflow")
            : attribute.Name ?? DefinitionNames.OfType(type);
    }
}
