using System.Text;

namespace Gauntlet.Temporal.Server.Engine.State.Lifecycles;

/// <summary>A state machine as a table: what is not in it cannot happen. Staying in a state is always allowed.</summary>
/// <typeparam name="TStage">The states; the one with the value zero is that of a thing which is not there.</typeparam>
/// <param name="name">What has these states.</param>
/// <param name="rows">The transitions: from, by what, to.</param>
internal sealed class TransitionTable<TStage>(string name, params (TStage From, string On, TStage To)[] rows) : ITransitionTable
    where TStage : struct, Enum
{
    private readonly HashSet<(TStage From, TStage To)> _allowed = [.. rows.Select(static row => (row.From, row.To))];

    /// <inheritdoc/>
    public Action<string, string>? Passed { get; set; }

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<(string From, string On, string To)> Rows => [.. rows.Select(static row => (row.From.ToString(), row.On, row.To.ToString()))];

    /// <summary>Makes sure that a change is in the table; otherwise nothing of it is stored.</summary>
    /// <exception cref="InvalidOperationException">It is not: the server has a fault.</exception>
    public void Require(TStage from, TStage to)
    {
        if (EqualityComparer<TStage>.Default.Equals(from, to)) return;
        if (!_allowed.Contains((from, to))) throw new InvalidOperationException($"{name} cannot go from {from} to {to}.");
        Passed?.Invoke(from.ToString(), to.ToString());
    }

    /// <inheritdoc/>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var (from, on, to) in rows) text.Append("    ").Append(Node(from)).Append(" --> ").Append(Node(to)).Append(": ").Append(on).Append('\n');
        return text.ToString();
    }

    // What is not there stands as the beginning and the end.
    private static string Node(TStage stage) => EqualityComparer<TStage>.Default.Equals(stage, default) ? "[*]" : stage.ToString();
}
