using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Training;

/// <summary>Counts ended trials one after the other; it keeps a number of each and not the trial.</summary>
public sealed class TrialTally
{
    private readonly List<double> _sharpes = [];
    private int _completed, _pruned, _failed;

    /// <summary>Trials so far.</summary>
    public int Total => _completed + _pruned + _failed;

    /// <summary>Counts a trial.</summary>
    /// <param name="state">How it ended.</param>
    /// <exception cref="ArgumentException">It is still running.</exception>
    public void Add(TrialState state)
    {
        switch (state)
        {
            case Completed { Score: var score }:
                _completed++;
                if (score.Sample.SharpePerPeriod is { } sharpe) _sharpes.Add(sharpe);
                break;
            case Pruned:
                _pruned++;
                break;
            case Failed:
                _failed++;
                break;
            default:
                throw new ArgumentException("A trial is still running; count when all have ended.", nameof(state));
        }
    }

    /// <summary>The count.</summary>
    /// <param name="elsewhere">Trials of other studies on the same data, not negative.</param>
    public TrialCensus ToCensus(int elsewhere)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elsewhere);
        return new(Total, _completed, _pruned, _failed, Total + elsewhere, _sharpes.Count > 1 ? Moments.Of([.. _sharpes]).Variance : 0);
    }
}
