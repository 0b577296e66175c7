using System.Reflection;
using Temporalio.Converters;

namespace Temporalio.Workflows;

/// <summary>The code behind a handler: a method of the workflow, or a delegate given at run time.</summary>
internal sealed class HandlerMethod
{
    private readonly object? _target;
    private readonly bool _isDelegate;

    /// <summary>A method called on the workflow instance.</summary>
    public HandlerMethod(MethodInfo method)
    {
        Method = method;
        Parameters = method.GetParameters();
    }

    /// <summary>A delegate with its own target.</summary>
    public HandlerMethod(Delegate del)
        : this(del.Method)
    {
        _target = del.Target;
        _isDelegate = true;
    }

    /// <summary>The method.</summary>
    public MethodInfo Method { get; }

    /// <summary>Its parameters.</summary>
    public ParameterInfo[] Parameters { get; }

    /// <summary>Calls it; what it throws comes out as it is.</summary>
    public object? Invoke(object? instance, object?[] args) =>
        Method.Invoke(_isDelegate ? _target : instance, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);

    /// <summary>Whether the parameters are a name and the raw values, as dynamic handlers have.</summary>
    public bool TakesNameAndRawValues() =>
        Parameters.Length == 2 && Parameters[0].ParameterType == typeof(string) && Parameters[1].ParameterType == typeof(IRawValue[]);

    /// <summary>What every handler method must be.</summary>
    /// <exception cref="ArgumentException">Static, not public, or with generic parameters.</exception>
    public HandlerMethod RequireCallable(string kind)
    {
        if (_isDelegate)
        {
            return this;
        }

        if (!Method.IsPublic)
        {
            throw new ArgumentException($"Workflow{kind} method {Method} must be public");
        }

        if (Method.IsStatic)
        {
            throw new ArgumentException($"Workflow{kind} method {Method} cannot be static");
        }

        return Method.ContainsGenericParameters
            ? throw new ArgumentException($"{Method} with Workflow{kind} contains generic parameters")
            : this;
    }

    /// <summary>Refuses a dynamic handler of another shape.</summary>
    /// <exception cref="ArgumentException">It has a name of its own or other parameters.</exception>
    public void RequireDynamicShape(string kind, string? name)
    {
        if (name != null)
        {
            throw new ArgumentException($"Cannot have custom name for dynamic {kind} method {Method}");
        }

        if (!TakesNameAndRawValues())
        {
            throw new ArgumentException($"Dynamic {kind} method {Method} must accept string and an array of IRawValue");
        }
    }
}
