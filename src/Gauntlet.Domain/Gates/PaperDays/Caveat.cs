using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Says what the days of a session cannot prove.</summary>
internal static class Caveat
{
    private const double Confidence = 0.95;

    public static string Of(PaperEvidence evidence)
    {
        if (evidence.Days.Count == 0) return "No day is complete: nothing is proved.";
        var sample = evidence.HoldOut;
        var barsPerDay = (double)evidence.Bars / evidence.Days.Count;
        var error = Math.Sqrt(sample.PeriodsPerYear / Math.Max(evidence.Bars - 1, 1));
        var start = $"{evidence.Days.Count} days of paper trading show that the strategy trades as it was tested and keeps its limits, not that it earns: an annual Sharpe ratio over them has a standard error of about {error:F1}";
        if (sample.SharpePerPeriod is not { } sharpe || sharpe <= 0) return $"{start}; the hold-out shows no positive Sharpe ratio that more days could confirm.";
        var days = MinimumTrackRecordLength.Of(sharpe, sample.ToMoments(), 0, Confidence) / barsPerDay;
        return $"{start}; if the hold-out's {sample.SharpePerYear:F2} is true, it takes about {Math.Ceiling(days):F0} days to tell it from 0 with {Confidence:P0} confidence.";
    }
}
