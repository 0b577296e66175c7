namespace Gauntlet.Contracts.Paper;

/// <summary>A bar of paper trading whose close has come.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Bar">Index of the bar in the session, from 0.</param>
/// <param name="Asked">How often the feed was asked for the bar before; 0 at its close.</param>
/// <param name="Last">A bar that has not come by now is missing.</param>
public sealed record PaperStep(CandidateKey Candidate, int Bar, int Asked = 0, bool Last = true);

/// <summary>What a bar brought.</summary>
/// <param name="Bar">Index of the bar.</param>
/// <param name="CloseTime">Close of the bar in bar time, UTC.</param>
/// <param name="ReturnFraction">Return of the session so far.</param>
/// <param name="BenchmarkFraction">Return of buy-and-hold over the same bars.</param>
/// <param name="Position">Position after the bar as a weight of equity.</param>
/// <param name="DaysCompleted">Complete trading days so far.</param>
/// <param name="NextOffsetSeconds">Bar time from the session's start to the close of the next bar; null after the last.</param>
/// <param name="Waits">The bar has not come: nothing was traded, and it is to be asked for again.</param>
public sealed record PaperStepReceipt(
    int Bar, DateTimeOffset CloseTime, double ReturnFraction, double BenchmarkFraction, double Position, int DaysCompleted, double? NextOffsetSeconds, bool Waits = false);

/// <summary>Result of the workflow <c>Paper</c>.</summary>
/// <param name="Bars">Bars traded.</param>
/// <param name="Days">Complete trading days.</param>
/// <param name="ReturnFraction">Return of the session.</param>
/// <param name="BenchmarkFraction">Return of buy-and-hold over the same bars.</param>
/// <param name="PrunedBecause">Why the arena ended it before its last bar; null where it did not.</param>
public sealed record PaperOutcome(int Bars, int Days, double ReturnFraction, double BenchmarkFraction, string? PrunedBecause = null);
