using System.Reflection;
using Temporalio.Converters;

namespace Temporalio.Workflows;

/// <summary>Reads a workflow type by its attributes and collects everything that is wrong with it.</summary>
internal sealed class WorkflowDefinitionReader
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly string? _nameOverride;
    private readonly DefinitionErrors _errors;

    public WorkflowDefinitionReader(Type type, string? nameOverride, Func<object?[], object>? creator)
    {
        Type = type;
        _nameOverride = nameOverride;
        Creator = creator;
        _errors = new($"workflow {type}");
        Attribute = type.GetCustomAttribute<WorkflowAttribute>(false);
    }

    public Type Type { get; }

    public WorkflowAttribute? Attribute { get; }

    public Func<object?[], object>? Creator { get; }

    public string? Name { get; private set; }

    public MethodInfo? RunMethod { get; private set; }

    public ConstructorInfo? InitConstructor { get; private set; }

    public bool Instantiable { get; private set; }

    public Dictionary<string, WorkflowSignalDefinition> Signals { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, WorkflowQueryDefinition> Queries { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, WorkflowUpdateDefinition> Updates { get; } = new(StringComparer.Ordinal);

    public WorkflowSignalDefinition? DynamicSignal { get; private set; }

    public WorkflowQueryDefinition? DynamicQuery { get; private set; }

    public WorkflowUpdateDefinition? DynamicUpdate { get; private set; }

    public Func<object?, WorkflowDefinitionOptions>? DynamicOptionsGetter { get; private set; }

    public WorkflowDefinition Read()
    {
        ReadName();
        var methods = Type.GetMethods(Everything);
        ReadRunMethod(methods);
        ReadInitConstructor();
        ReadSignals(methods);
        ReadQueries(methods);
        ReadUpdates(methods);
        ReadDynamicOptions(methods);
        _errors.ThrowIfAny();
        return new(this);
    }

    private void ReadName()
    {
        if (Attribute == null)
        {
            _errors.Add($"{Type} missing Workflow attribute");
        }

        if (Type.ContainsGenericParameters)
        {
            _errors.Add($"{Type} has generic type arguments");
        }

        if (Attribute is { Dynamic: true })
        {
            if (Attribute.Name != null || _nameOverride != null)
            {
                _errors.Add($"Cannot have custom name for dynamic workflow {Type}");
            }

            return;
        }

        Name = _errors.Try(() => DefinitionNames.Check(_nameOverride ?? Attribute?.Name ?? DefinitionNames.OfType(Type), "Workflow")!);
    }

    private void ReadRunMethod(MethodInfo[] methods)
    {
        var runs = methods.Where(m => m.IsDefined(typeof(WorkflowRunAttribute), false)).ToList();
        var own = runs.Where(m => m.DeclaringType == Type).ToList();
        if (runs.Count == 0)
        {
            _errors.Add($"{Type} does not have a valid WorkflowRun method");
            return;
        }

        if (own.Count == 0)
        {
            _errors.Add($"WorkflowRun on {runs[0]} must be declared on {Type}, not inherited from {runs[0].DeclaringType}");
            return;
        }

        if (own.Count > 1)
        {
            _errors.Add($"WorkflowRun on multiple methods of {Type}: {string.Join(", ", own.Select(m => m.Name))}");
            return;
        }

        var run = own[0];
        var before = (run.IsPublic, run.IsStatic, run.ContainsGenericParameters);
        Require(before.IsPublic, $"WorkflowRun on non-public method {run}");
        Require(!before.IsStatic, $"WorkflowRun on static method {run}");
        Require(!before.ContainsGenericParameters || Type.ContainsGenericParameters, $"{run} with WorkflowRun contains generic parameters");
        Require(typeof(Task).IsAssignableFrom(run.ReturnType), $"WorkflowRun method {run} must return an instance of Task");
        var parameters = run.GetParameters();
        Require(
            Attribute is not { Dynamic: true } || (parameters.Length == 1 && parameters[0].ParameterType == typeof(IRawValue[])),
            $"WorkflowRun method {run} of dynamic workflow must accept an array of IRawValue");
        RunMethod = run;
    }

    private void ReadInitConstructor()
    {
        var marked = Type.GetConstructors(Everything).Where(c => c.IsDefined(typeof(WorkflowInitAttribute), false)).ToList();
        var usable = !Type.IsAbstract && !Type.IsInterface;
        if (marked.Count == 0)
        {
            Instantiable = Creator != null || (usable && (Type.IsValueType || Type.GetConstructor(Type.EmptyTypes) != null));
            return;
        }

        var init = marked[0];
        Require(marked.Count == 1, $"WorkflowInit on multiple constructors of {Type}");
        Require(init.IsPublic, $"WorkflowInit on non-public constructor of {Type}");
        Require(Creator == null, $"Cannot use a custom creator for {Type} that has a WorkflowInit constructor");
        Require(
            RunMethod == null || Types(init.GetParameters()).SequenceEqual(Types(RunMethod.GetParameters())),
            $"WorkflowRun parameter types of {Type} must match parameter types of WorkflowInit constructor");
        InitConstructor = init;
        Instantiable = usable;
    }

    private void ReadSignals(MethodInfo[] methods)
    {
        foreach (var definition in Marked<WorkflowSignalAttribute, WorkflowSignalDefinition>(methods, WorkflowSignalDefinition.FromMethod))
        {
            if (definition.Name == null)
            {
                Require(DynamicSignal == null, $"{Type} has more than one dynamic signal");
                DynamicSignal = definition;
            }
            else
            {
                Require(Signals.TryAdd(definition.Name, definition), $"{Type} has more than one signal named {definition.Name}");
            }
        }
    }

    private void ReadQueries(MethodInfo[] methods)
    {
        var properties = Type.GetProperties(Everything)
            .Where(p => p.IsDefined(typeof(WorkflowQueryAttribute), false))
            .Select(p => _errors.Try(() => WorkflowQueryDefinition.FromProperty(p)))
            .OfType<WorkflowQueryDefinition>();
        foreach (var definition in Marked<WorkflowQueryAttribute, WorkflowQueryDefinition>(methods, WorkflowQueryDefinition.FromMethod).Concat(properties))
        {
            if (definition.Name == null)
            {
                Require(DynamicQuery == null, $"{Type} has more than one dynamic query");
                DynamicQuery = definition;
            }
            else
            {
                Require(Queries.TryAdd(definition.Name, definition), $"{Type} has more than one query named {definition.Name}");
            }
        }
    }

    private void ReadUpdates(MethodInfo[] methods)
    {
        var validators = new Dictionary<string, MethodInfo>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            if (method.GetCustomAttribute<WorkflowUpdateValidatorAttribute>(false) is { } attribute)
            {
                Require(
                    validators.TryAdd(attribute.UpdateMethod, method),
                    $"{Type} has more than one update validator for update method {attribute.UpdateMethod}");
            }
        }

        var unused = new HashSet<string>(validators.Keys, StringComparer.Ordinal);
        WorkflowUpdateDefinition Read(MethodInfo method)
        {
            unused.Remove(method.Name);
            return WorkflowUpdateDefinition.FromMethod(method, validators.GetValueOrDefault(method.Name));
        }

        foreach (var definition in Marked<WorkflowUpdateAttribute, WorkflowUpdateDefinition>(methods, Read))
        {
            if (definition.Name == null)
            {
                Require(DynamicUpdate == null, $"{Type} has more than one dynamic update");
                DynamicUpdate = definition;
            }
            else
            {
                Require(Updates.TryAdd(definition.Name, definition), $"{Type} has more than one update named {definition.Name}");
            }
        }

        foreach (var name in unused)
        {
            _errors.Add($"Cannot find update method named {name} on {Type} for WorkflowUpdateValidator");
        }
    }

    private void ReadDynamicOptions(MethodInfo[] methods)
    {
        var getters = methods.Where(m => m.IsDefined(typeof(WorkflowDynamicOptionsAttribute), false)).ToList();
        if (getters.Count == 0)
        {
            return;
        }

        var getter = getters[0];
        Require(Attribute is { Dynamic: true }, $"WorkflowDynamicOptions on {getter} can only be used in dynamic workflows");
        Require(getters.Count == 1, $"WorkflowDynamicOptions cannot be used more than once on {Type}");
        Require(
            getter is { IsPublic: true, IsStatic: false } && getter.ReturnType == typeof(WorkflowDefinitionOptions) && getter.GetParameters().Length == 0,
            $"WorkflowDynamicOptions method {getter} must be public, take nothing and return WorkflowDefinitionOptions");
        DynamicOptionsGetter = instance =>
            (WorkflowDefinitionOptions)getter.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }

    private List<TDefinition> Marked<TAttribute, TDefinition>(MethodInfo[] methods, Func<MethodInfo, TDefinition> read)
        where TAttribute : Attribute
        where TDefinition : class
    {
        var found = new List<TDefinition>();
        foreach (var method in methods)
        {
            if (method.IsDefined(typeof(TAttribute), false))
            {
                if (_errors.Try(() => read(method)) is { } definition)
                {
                    found.Add(definition);
                }
            }
            else if (method.IsVirtual && method.GetBaseDefinition() is var root && root != method && root.IsDefined(typeof(TAttribute), false))
            {
                var kind = typeof(TAttribute).Name.Replace("Attribute", string.Empty, StringComparison.Ordinal);
                _errors.Add($"{kind} on base definition of {method} but not override");
            }
        }

        return found;
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            _errors.Add(otherwise);
        }
    }

    private static IEnumerable<Type> Types(ParameterInfo[] parameters) => parameters.Select(p => p.ParameterType);
}
