using Gauntlet.Domain.Markets.Corporate;

namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Finds openings so far from the last close that they are more likely a split, a roll or a bad print than a move.</summary>
internal static class JumpCheck
{
    private const double SmallestLogJump = 0.28;
    private const double Deviations = 12;

    public static void Run(BarSeries bars, IReadOnlyList<int> lines, CorporateActions actions, List<QualityFinding> findings)
    {
        var limit = Math.Max(SmallestLogJump, Deviations * RobustDeviation(bars));
        var largest = Math.Exp(limit);
        var opens = bars.Open;
        var closes = bars.Close;
        for (var i = 1; i < closes.Length; i++)
        {
            var (before, after) = (closes[i - 1], opens[i]);
            if ((after <= largest * before && before <= largest * after) || actions.Explain(DateOnly.FromDateTime(bars.Times[i]))) continue;

            var problem = $"open {after} is {(after / before) - 1:+0.0%;-0.0%} from the last close {before}";
            findings.Add(SplitDetection.RatioAt(bars, i) is { } ratio
                ? new(
                    Severity.Error,
                    QualityFinding.UnadjustedSplit,
                    lines[i],
                    bars.Times[i],
                    "open",
                    $"{after}",
                    $"{problem}, as after a {(ratio > 1 ? $"{ratio}-for-1 split" : $"1-for-{Math.Round(1 / ratio)} reverse split")}",
                    $"Trading across it would count it as a gain or loss: gauntlet data adjust {bars.Symbol} adjusts the prices before it; a row '{bars.Times[i]:yyyy-MM-dd},real,' among the --actions says that the move is real.")
                : new(Severity.Warning, "jump", lines[i], bars.Times[i], "open", $"{after}", problem, "Compare with another source; if it is real, leave it."));
        }
    }

    // Median absolute log return over its value for a normal distribution of deviation 1: a few jumps do not move it.
    private static double RobustDeviation(BarSeries bars)
    {
        var close = bars.Close;
        var moves = new double[close.Length - 1];
        for (var i = 0; i < moves.Length; i++) moves[i] = Math.Max(close[i + 1], close[i]) / Math.Min(close[i + 1], close[i]);
        return Math.Log(Selection.Smallest(moves, moves.Length / 2)) / 0.6745;
    }
}
