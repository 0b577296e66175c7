using Gauntlet.Activities.Paper;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Activities.Tests.Paper;

/// <summary>A feed that replays the window, but brings some bars late, twice, too early or never.</summary>
internal sealed class ScriptedFeed : IBarFeed
{
    /// <summary>Bars that come only when asked for again, with how often.</summary>
    public Dictionary<int, int> Late { get; } = [];

    /// <summary>Bars that never come.</summary>
    public HashSet<int> Missing { get; } = [];

    /// <summary>Bars that come twice.</summary>
    public HashSet<int> Twice { get; } = [];

    /// <summary>Bars with which the next one comes too.</summary>
    public HashSet<int> Early { get; } = [];

    public Task<IReadOnlyList<Bar>> ReadAsync(FeedQuestion question, CancellationToken cancellation)
    {
        if (Missing.Contains(question.Bar) || question.Asked < Late.GetValueOrDefault(question.Bar)) return Task.FromResult<IReadOnlyList<Bar>>([]);
        var bar = question.Window.Series[question.Window.Start + question.Bar];
        List<Bar> came = [bar];
        if (Twice.Contains(question.Bar)) came.Add(bar);
        if (Early.Contains(question.Bar)) came.Add(question.Window.Series[question.Window.Start + question.Bar + 1]);
        return Task.FromResult<IReadOnlyList<Bar>>(came);
    }
}
