using Gauntlet.Activities.Gates;
using Gauntlet.Contracts.Paper;
using Gauntlet.Domain.Arena;
using Gauntlet.Storage.Paper;

namespace Gauntlet.Activities.Paper;

/// <summary>Takes bars in for all candidates of a study: what the first of them finds holds for all.</summary>
internal sealed class BarDesk(IBarFeed feed, IArenaStore arena)
{
    /// <summary>How a bar came in.</summary>
    /// <returns>Null where it is still to be waited for.</returns>
    /// <exception cref="Domain.Input.InvalidInputException">The policy refuses what the feed brought.</exception>
    public async Task<BarArrival?> AskAsync(CandidateMaterial candidate, PaperStep step, CancellationToken cancellation)
    {
        var study = step.Candidate.Study;
        if (await arena.FindArrivalAsync(study, step.Bar, cancellation) is { } known) return known;

        var window = candidate.Study.Windows.Paper;
        var delivered = await feed.ReadAsync(new(study, window, step.Bar, step.Asked), cancellation);
        var arrival = BarIntake.Take(candidate.Policy.Gate3.Feed, step.Bar, window.Series[window.Start + step.Bar], delivered, step.Asked, step.Last);
        return arrival is null ? null : await arena.AddArrivalAsync(study, arrival, cancellation);
    }
}
