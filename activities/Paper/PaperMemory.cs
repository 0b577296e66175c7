using System.Collections.Concurrent;
using Gauntlet.Contracts;

namespace Gauntlet.Activities.Paper;

/// <summary>Sessions that this worker has traded lately, so that the next bar costs one bar and not the whole session.</summary>
/// <remarks>Only a saving: whoever has none makes one from stored bars. A session is taken out while it is used, so that two attempts never share one.</remarks>
internal sealed class PaperMemory
{
    private const int Capacity = 64;
    private readonly ConcurrentDictionary<CandidateKey, PaperReplay> _sessions = new();

    /// <summary>Takes the session that stands before a bar.</summary>
    /// <returns>Null where there is none.</returns>
    public PaperReplay? Take(CandidateKey candidate, int next) => _sessions.TryRemove(candidate, out var session) && session.Next == next ? session : null;

    /// <summary>Puts a session back that stands where the stored rows end.</summary>
    public void Keep(CandidateKey candidate, PaperReplay session)
    {
        if (_sessions.Count >= Capacity) _sessions.Clear();
        _sessions[candidate] = session;
    }
}
