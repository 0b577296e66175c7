namespace Gauntlet.Domain.Training;

/// <summary>How many trials there were, and how much their Sharpe ratios scatter: what the best of them must be discounted for.</summary>
/// <param name="Total">Trials of the study.</param>
/// <param name="Completed">Those with a value.</param>
/// <param name="Pruned">Those that a rule ended.</param>
/// <param name="Failed">Those that an error ended.</param>
/// <param name="CentralCount">N: all trials ever made on the same data, of this study and of others, repeated, pruned and failed ones too.</param>
/// <param name="SharpeVariance">Variance (divisor n − 1) of the completed trials' Sharpe ratios per period; 0 below two of them.</param>
public sealed record TrialCensus(int Total, int Completed, int Pruned, int Failed, int CentralCount, double SharpeVariance)
{
    /// <summary>Why training ended before its last planned trial, in a sentence; null (the default) where it did not.</summary>
    public string? EndedBecause { get; init; }

    /// <summary>Counts a study.</summary>
    /// <param name="trials">Its trials, all ended.</param>
    /// <param name="elsewhere">Trials of other studies on the same data, not negative. Default 0.</param>
    /// <exception cref="ArgumentException">A trial is still running.</exception>
    public static TrialCensus Of(IEnumerable<Trial> trials, int elsewhere = 0)
    {
        var tally = new TrialTally();
        foreach (var trial in trials) tally.Add(trial.State);
        return tally.ToCensus(elsewhere);
    }
}
