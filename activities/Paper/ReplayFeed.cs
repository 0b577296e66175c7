using Gauntlet.Domain.Markets;

namespace Gauntlet.Activities.Paper;

/// <summary>The stored bars of the paper window, each in time: paper trading that touches no network.</summary>
internal sealed class ReplayFeed : IBarFeed
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Bar>> ReadAsync(FeedQuestion question, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Bar>>([question.Window.Series[question.Window.Start + question.Bar]]);
}
