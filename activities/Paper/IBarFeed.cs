using Gauntlet.Domain.Markets;

namespace Gauntlet.Activities.Paper;

/// <summary>Brings the bars of paper trading. It may bring them late, twice, too early or never: the desk sorts them.</summary>
public interface IBarFeed
{
    /// <summary>What has come since it was last asked.</summary>
    /// <param name="question">Which bar is due.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Bars in the order in which they came; empty where nothing has come.</returns>
    Task<IReadOnlyList<Bar>> ReadAsync(FeedQuestion question, CancellationToken cancellation);
}

/// <summary>A bar that is due.</summary>
/// <param name="Study">The study that trades it.</param>
/// <param name="Window">Its paper window.</param>
/// <param name="Bar">Index of the bar in the window, from 0.</param>
/// <param name="Asked">How often it was asked for before; 0 at its close.</param>
public sealed record FeedQuestion(string Study, DataWindow Window, int Bar, int Asked);
