namespace Temporalio.Worker.Instances;

/// <summary>Keeps code that must only look, as queries, validators and patch callbacks, from changing anything.</summary>
/// <param name="instance">The run.</param>
internal sealed class ReadOnlyGuard(WorkflowInstance instance)
{
    private bool _readOnly;
    private bool _strict;

    /// <summary>Runs code that may not change handlers, details or patches; new commands are counted.</summary>
    /// <param name="function">The code.</param>
    /// <param name="commands">How many commands it added, which the caller must refuse.</param>
    public T Run<T>(Func<T> function, out int commands)
    {
        var before = instance.Machines.Commands.UnsentCount;
        _readOnly = true;
        try
        {
            return function();
        }
        finally
        {
            _readOnly = false;
            commands = instance.Machines.Commands.UnsentCount - before;
        }
    }

    /// <summary>Runs code that may do nothing with an effect at all.</summary>
    public T RunStrict<T>(Func<T> function)
    {
        _strict = true;
        try
        {
            return function();
        }
        finally
        {
            _strict = false;
        }
    }

    /// <summary>Refuses what queries and validators must not do.</summary>
    /// <exception cref="InvalidOperationException">Such code runs.</exception>
    public void RequireWritable(string operation)
    {
        if (_readOnly || _strict)
        {
            throw new InvalidOperationException($"Cannot {operation} in this context");
        }
    }

    /// <summary>Refuses what only patch callbacks must not do.</summary>
    /// <exception cref="InvalidOperationException">Such code runs.</exception>
    public void RequireEffects(string operation)
    {
        if (_strict)
        {
            throw new InvalidOperationException($"Cannot {operation} in this context");
        }
    }
}
