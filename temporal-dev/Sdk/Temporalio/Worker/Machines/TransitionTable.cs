using System.Collections;

namespace Temporalio.Worker.Machines;

/// <summary>One row: in this state, this input leads to that state and does that.</summary>
internal sealed record Transition<TState, TInput, TMachine>(TState From, TInput Input, TState To, Action<TMachine>? Act);

/// <summary>All that a machine may do, as rows. Anything else contradicts the history.</summary>
/// <typeparam name="TState">States.</typeparam>
/// <typeparam name="TInput">What moves the machine: a call from code or a history event.</typeparam>
/// <typeparam name="TMachine">Receives the actions.</typeparam>
/// <param name="initial">State at birth.</param>
internal sealed class TransitionTable<TState, TInput, TMachine>(TState initial) : IEnumerable<Transition<TState, TInput, TMachine>>
    where TState : struct, Enum
    where TInput : struct, Enum
{
    private readonly Dictionary<(TState From, TInput Input), Transition<TState, TInput, TMachine>> _rows = [];

    /// <summary>State at birth.</summary>
    public TState Initial { get; } = initial;

    /// <summary>Adds a row; each pair of state and input once.</summary>
    public void Add(TState from, TInput input, TState to, Action<TMachine>? act = null) =>
        _rows.Add((from, input), new(from, input, to, act));

    /// <summary>The row for a state and input, or null.</summary>
    public Transition<TState, TInput, TMachine>? Find(TState from, TInput input) => _rows.GetValueOrDefault((from, input));

    /// <inheritdoc/>
    public IEnumerator<Transition<TState, TInput, TMachine>> GetEnumerator() => _rows.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
