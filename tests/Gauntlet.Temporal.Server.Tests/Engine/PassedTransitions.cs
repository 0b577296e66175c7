using System.Collections.Concurrent;
using Gauntlet.Temporal.Server.Engine.State.Lifecycles;

namespace Gauntlet.Temporal.Server.Tests.Engine;

/// <summary>The transitions that were taken while it listened, in all servers of this process.</summary>
internal sealed class PassedTransitions : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _passed = new(StringComparer.Ordinal);
    private readonly List<(ITransitionTable Table, Action<string, string> Note)> _listeners = [];

    public PassedTransitions()
    {
        foreach (var table in Lifecycles.All)
        {
            void Note(string from, string to) => Signal(Text(table.Name, from, to)).TrySetResult();
            table.Passed += Note;
            _listeners.Add((table, Note));
        }
    }

    /// <summary>Every row of every table.</summary>
    public static IEnumerable<string> All => Lifecycles.All.SelectMany(static table => table.Rows.Select(row => Text(table.Name, row.From, row.To)));

    /// <summary>Those that were taken.</summary>
    public IReadOnlySet<string> Seen => _passed.Where(static one => one.Value.Task.IsCompleted).Select(static one => one.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Waits until a transition has been taken.</summary>
    public async Task OfAsync(string table, string from, string to)
    {
        try
        {
            await Signal(Text(table, from, to)).Task.WaitAsync(Patience);
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"{Text(table, from, to)} was not taken.", timeout);
        }
    }

    public void Dispose()
    {
        foreach (var (table, note) in _listeners) table.Passed -= note;
    }

    private static string Text(string table, string from, string to) => $"{table}: {from} to {to}";

    private TaskCompletionSource Signal(string transition) => _passed.GetOrAdd(transition, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
