namespace Gauntlet.Domain.Statistics;

/// <summary>One way to cut time into two halves: the trial that is best in the first, and how it does in the second.</summary>
/// <param name="Best">Number of the trial with the highest Sharpe ratio in sample; the first where several are equal.</param>
/// <param name="InSample">Its Sharpe ratio there, per period.</param>
/// <param name="OutOfSample">Its Sharpe ratio in the other half.</param>
/// <param name="Rank">Its rank out of sample among N trials, 1 the worst, ties averaged.</param>
/// <param name="Logit">ln ω/(1 − ω) of ω = rank/(N + 1): 0 at the median, negative below.</param>
public readonly record struct CscvSplit(int Best, double InSample, double OutOfSample, double Rank, double Logit);
