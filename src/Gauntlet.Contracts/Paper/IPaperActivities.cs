using Gauntlet.Contracts.Verdicts;
using Temporalio.Activities;

namespace Gauntlet.Contracts.Paper;

/// <summary>Gate 3: paper trading bar by bar, and its judgement.</summary>
public interface IPaperActivities
{
    /// <summary>Declares a candidate's session. Repeating it gives the stored one.</summary>
    /// <param name="candidate">The candidate.</param>
    [Activity]
    Task<PaperPlan> OpenPaperAsync(CandidateKey candidate);

    /// <summary>Trades one bar: orders, fills, equity, and the day's row when the bar ends a day; or waits where the bar has not come. Repeating it gives the stored step; a bar out of order is refused.</summary>
    /// <param name="step">Which bar.</param>
    [Activity]
    Task<PaperStepReceipt> StepPaperAsync(PaperStep step);

    /// <summary>Closes the session's position because of an emergency stop, once per stop: it is flat from the bar on.</summary>
    /// <param name="flattening">Which session, from which bar on, and why.</param>
    [Activity]
    Task FlattenPaperAsync(PaperFlattening flattening);

    /// <summary>Judges a finished session and stores the verdict. Repeating it gives the stored verdict.</summary>
    /// <param name="candidate">The candidate.</param>
    [Activity]
    Task<GateVerdict> JudgePaperAsync(CandidateKey candidate);
}

/// <summary>Input of <see cref="IPaperActivities.FlattenPaperAsync"/>.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Bar">The position is closed at the open of this bar; the strategy trades again with the bar after a resume.</param>
/// <param name="Reason">Reason of the stop.</param>
public sealed record PaperFlattening(CandidateKey Candidate, int Bar, string Reason);
