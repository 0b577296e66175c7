using System.Collections.Concurrent;
using Temporalio.Exceptions;
using Temporalio.Worker.Machines;

namespace Temporalio.Tests.Worker.Machines;

/// <summary>Visits every row of a machine's table, each with a machine of its own that is brought there first.</summary>
internal static class TableWalk
{
    /// <summary>The tables that were walked.</summary>
    public static ConcurrentBag<object> Walked { get; } = [];

    /// <summary>Visits every row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="create">Makes a machine at birth.</param>
    /// <param name="move">Moves it.</param>
    public static void VisitAll<TState, TInput, TMachine>(
        TransitionTable<TState, TInput, TMachine> table, Func<TMachine> create, Action<TMachine, TInput> move)
        where TState : struct, Enum
        where TInput : struct, Enum
        where TMachine : Machine<TState, TInput, TMachine>
    {
        Walked.Add(table);
        foreach (var row in table)
        {
            var machine = create();
            foreach (var step in PathTo(table, row.From))
            {
                move(machine, step);
            }

            machine.State.ShouldBe(row.From);
            move(machine, row.Input);
            machine.State.ShouldBe(row.To, $"{row.From} by {row.Input}");
        }

        RefusesTheRest(table, create, move);
    }

    // What the table lacks is nondeterminism, in every state.
    private static void RefusesTheRest<TState, TInput, TMachine>(
        TransitionTable<TState, TInput, TMachine> table, Func<TMachine> create, Action<TMachine, TInput> move)
        where TState : struct, Enum
        where TInput : struct, Enum
        where TMachine : Machine<TState, TInput, TMachine>
    {
        foreach (var state in table.SelectMany(row => new[] { row.From, row.To }).Distinct())
        {
            foreach (var input in Enum.GetValues<TInput>().Where(i => table.Find(state, i) == null))
            {
                var machine = create();
                PathTo(table, state).ForEach(step => move(machine, step));
                Should.Throw<WorkflowNondeterminismException>(() => move(machine, input))
                    .Message.ShouldStartWith("[TMPRL1100] Nondeterminism error: ");
                machine.State.ShouldBe(state);
            }
        }
    }

    private static List<TInput> PathTo<TState, TInput, TMachine>(TransitionTable<TState, TInput, TMachine> table, TState goal)
        where TState : struct, Enum
        where TInput : struct, Enum
    {
        var paths = new Dictionary<TState, List<TInput>> { [table.Initial] = [] };
        var open = new Queue<TState>([table.Initial]);
        while (open.TryDequeue(out var state))
        {
            foreach (var row in table.Where(r => r.From.Equals(state)))
            {
                if (paths.TryAdd(row.To, [.. paths[state], row.Input]))
                {
                    open.Enqueue(row.To);
                }
            }
        }

        return paths.TryGetValue(goal, out var path) ? path : throw new ArgumentException($"No way from {table.Initial} to {goal}");
    }
}
