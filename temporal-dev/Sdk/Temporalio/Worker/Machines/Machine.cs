using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>The life of one thing that code asked for, moved by calls from code and by history events.</summary>
/// <typeparam name="TState">States.</typeparam>
/// <typeparam name="TInput">Inputs.</typeparam>
/// <typeparam name="TSelf">The machine itself.</typeparam>
/// <param name="table">What it may do.</param>
/// <param name="run">The run it belongs to.</param>
internal abstract class Machine<TState, TInput, TSelf>(TransitionTable<TState, TInput, TSelf> table, IMachineHost run) : ICommandOwner
    where TState : struct, Enum
    where TInput : struct, Enum
    where TSelf : Machine<TState, TInput, TSelf>
{
    /// <summary>Where it is.</summary>
    public TState State { get; private set; } = table.Initial;

    /// <inheritdoc/>
    public virtual bool IsSkippable => false;

    /// <summary>The run it belongs to.</summary>
    protected IMachineHost Run { get; } = run;

    /// <summary>The event that the current action belongs to; null when code moved the machine.</summary>
    protected HistoryEvent? Event { get; private set; }

    /// <inheritdoc/>
    public abstract bool Records(HistoryEvent recorded);

    /// <inheritdoc/>
    public abstract void OnRecorded(HistoryEvent recorded);

    /// <inheritdoc/>
    public virtual void OnSkipped()
    {
    }

    /// <summary>Moves the machine.</summary>
    /// <exception cref="Exceptions.WorkflowNondeterminismException">The table has no such row.</exception>
    public void Move(TInput input, HistoryEvent? cause = null)
    {
        var row = table.Find(State, input) ?? throw Nondeterminism.Unexpected(GetType().Name, State, input, cause);
        State = row.To;
        Event = cause;
        row.Act?.Invoke((TSelf)this);
    }
}
