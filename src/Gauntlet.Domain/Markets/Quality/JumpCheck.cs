namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Finds openings so far from the last close that they are more likely a split, a roll or a bad print than a move.</summary>
internal static class JumpCheck
{
    private const double SmallestLogJump = 0.28;
    private const double Deviations = 12;
    private const double SplitTolerance = 0.05;
    private static readonly double[] Splits = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20];

    public static void Run(BarSeries bars, IReadOnlyList<int> lines, List<QualityFinding> findings)
    {
        var limit = Math.Max(SmallestLogJump, Deviations * RobustDeviation(bars));
        for (var i = 1; i < bars.Count; i++)
        {
            var (before, after) = (bars.Close[i - 1], bars.Open[i]);
            var jump = Math.Log(after / before);
            if (Math.Abs(jump) <= limit) continue;

            var split = Array.Find(Splits, ratio => (jump < 0 || ratio >= 2) && Math.Abs(Math.Abs(jump) - Math.Log(ratio)) < SplitTolerance);
            var suspicion = split == 0 ? "" : jump < 0 ? $", as after a {split}-for-1 split" : $", as after a 1-for-{split} reverse split";
            findings.Add(new(
                Severity.Warning,
                "jump",
                lines[i],
                bars.Times[i],
                "open",
                $"{after}",
                $"open {after} is {(after / before) - 1:+0.0%;-0.0%} from the last close {before}{suspicion}",
                split == 0 ? "Compare with another source; if it is real, leave it." : "Adjust all prices before it for the split, or it counts as a gain or loss."));
        }
    }

    // Median absolute log return over its value for a normal distribution of deviation 1: a few jumps do not move it.
    private static double RobustDeviation(BarSeries bars)
    {
        var moves = new double[bars.Count - 1];
        for (var i = 0; i < moves.Length; i++) moves[i] = Math.Abs(Math.Log(bars.Close[i + 1] / bars.Close[i]));
        Array.Sort(moves);
        return moves[moves.Length / 2] / 0.6745;
    }
}
