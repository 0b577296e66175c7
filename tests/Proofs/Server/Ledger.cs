using System.Collections.Concurrent;

namespace Gauntlet.Proofs.Server;

/// <summary>What was done, and what the server has acknowledged: kept by the client, whom nobody kills.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<long>> _executions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _signals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _updates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AuditedAnswer> _results = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _chains = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _beats = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _wrongs = [];
    private long _last;

    /// <summary>Workflows whose result was acknowledged, in order.</summary>
    public IReadOnlyList<string> Workflows => [.. _results.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Chains that have ended, with the number of their links, in order.</summary>
    public IReadOnlyList<(string Id, int Links)> Chains => [.. _chains.OrderBy(static chain => chain.Key, StringComparer.Ordinal).Select(static chain => (chain.Key, chain.Value))];

    /// <summary>Acknowledged heartbeats.</summary>
    public int Beats => _beats.Values.Sum();

    /// <summary>Workflows that have ended.</summary>
    public int Ended => _results.Count;

    /// <summary>Executions of activities.</summary>
    public int Executions => _executions.Values.Sum(static bag => bag.Count);

    /// <summary>Answers given from outside, and acknowledged.</summary>
    public int Answers => _answers.Count;

    /// <summary>Acknowledged signals.</summary>
    public int Signals => _signals.Count;

    /// <summary>Acknowledged updates.</summary>
    public int Updates => _updates.Count;

    /// <summary>What went wrong, in words.</summary>
    public IReadOnlyList<string> Wrongs => [.. _wrongs.Order(StringComparer.Ordinal)];

    /// <summary>Notes an execution of an activity and gives it its number.</summary>
    public long Execute(string name)
    {
        if (_answers.ContainsKey(name)) Wrong($"activity {name} was given out again after its answer had been acknowledged");
        var number = Interlocked.Increment(ref _last);
        _executions.GetOrAdd(name, static _ => []).Add(number);
        return number;
    }

    /// <summary>An activity's answer was acknowledged.</summary>
    public void Answered(string name, long number)
    {
        if (!_answers.TryAdd(name, number)) Wrong($"activity {name} was answered twice");
    }

    /// <summary>A heartbeat of an activity was acknowledged.</summary>
    public void Beat(string name, int number) => _beats.AddOrUpdate(name, number, (_, before) => Math.Max(before, number));

    /// <summary>An attempt begins, and is told of this heartbeat of those before it.</summary>
    public void Resumed(string name, int number)
    {
        if (_beats.TryGetValue(name, out var last) && number < last) Wrong($"activity {name} was told of heartbeat {number} after {last} had been acknowledged");
    }

    /// <summary>The end of a chain was acknowledged.</summary>
    public void ChainClosed(string id, int links) => _chains[id] = links;

    /// <summary>A signal was acknowledged.</summary>
    public void Signalled(string name) => _signals[name] = 0;

    /// <summary>The outcome of an update was acknowledged.</summary>
    public void Updated(string name, long outcome) => _updates[name] = outcome;

    /// <summary>A workflow's result was acknowledged.</summary>
    public void Closed(string workflow, AuditedAnswer answer) => _results[workflow] = answer;

    /// <summary>Something is wrong.</summary>
    public void Wrong(string words) => _wrongs.Add(words);

    /// <summary>Whether an execution with this number took place.</summary>
    public bool HasExecution(string name, long number) => _executions.TryGetValue(name, out var bag) && bag.Contains(number);

    /// <summary>The acknowledged answer to an activity; null for none.</summary>
    public long? AnswerTo(string name) => _answers.TryGetValue(name, out var number) ? number : null;

    /// <summary>The acknowledged outcome of an update; null for none.</summary>
    public long? OutcomeOf(string name) => _updates.TryGetValue(name, out var outcome) ? outcome : null;

    /// <summary>Whether a signal was acknowledged.</summary>
    public bool HasSignal(string name) => _signals.ContainsKey(name);

    /// <summary>A workflow's acknowledged result.</summary>
    public AuditedAnswer ResultOf(string workflow) => _results[workflow];
}
