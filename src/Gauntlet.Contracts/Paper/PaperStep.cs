namespace Gauntlet.Contracts.Paper;

/// <summary>A bar of paper trading whose close has come.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Bar">Index of the bar in the session, from 0.</param>
public sealed record PaperStep(CandidateKey Candidate, int Bar);

/// <summary>What a bar brought.</summary>
/// <param name="Bar">Index of the bar.</param>
/// <param name="CloseTime">Close of the bar in bar time, UTC.</param>
/// <param name="ReturnFraction">Return of the session so far.</param>
/// <param name="BenchmarkFraction">Return of buy-and-hold over the same bars.</param>
/// <param name="Position">Position after the bar as a weight of equity.</param>
/// <param name="DaysCompleted">Complete trading days so far.</param>
/// <param name="NextOffsetSeconds">Bar time from the session's start to the close of the next bar; null after the last.</param>
public sealed record PaperStepReceipt(int Bar, DateTimeOffset CloseTime, double ReturnFraction, double BenchmarkFraction, double Position, int DaysCompleted, double? NextOffsetSeconds);

/// <summary>Result of the workflow <c>Paper</c>.</summary>
/// <param name="Bars">Bars traded.</param>
/// <param name="Days">Complete trading days.</param>
/// <param name="ReturnFraction">Return of the session.</param>
/// <param name="BenchmarkFraction">Return of buy-and-hold over the same bars.</param>
public sealed record PaperOutcome(int Bars, int Days, double ReturnFraction, double BenchmarkFraction);
