using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Gates.PaperDays;
using Gauntlet.Domain.Gates.Scenarios;

namespace Gauntlet.Domain.Gates;

/// <summary>What the gates saw of a candidate; null for a gate that it did not reach.</summary>
/// <param name="Backtest">Evidence of Gate 1.</param>
/// <param name="Stress">Evidence of Gate 2.</param>
/// <param name="Paper">Evidence of Gate 3.</param>
public sealed record CandidateEvidence(BacktestEvidence? Backtest, StressEvidence? Stress, PaperEvidence? Paper);
