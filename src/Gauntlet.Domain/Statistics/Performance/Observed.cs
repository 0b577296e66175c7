namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>What to do about returns that are missing: every figure here is NaN when one of its returns is; who knows that they may be left out says so with this.</summary>
public static class Observed
{
    /// <summary>The returns without those that are NaN.</summary>
    public static double[] Only(ReadOnlySpan<double> returns)
    {
        var kept = new List<double>(returns.Length);
        foreach (var value in returns)
        {
            if (!double.IsNaN(value)) kept.Add(value);
        }

        return [.. kept];
    }

    /// <summary>The pairs of which neither side is NaN.</summary>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static (double[] First, double[] Second) Pairs(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Paired.Require(first, second);
        List<double> left = [], right = [];
        for (var i = 0; i < first.Length; i++)
        {
            if (double.IsNaN(first[i]) || double.IsNaN(second[i])) continue;
            left.Add(first[i]);
            right.Add(second[i]);
        }

        return ([.. left], [.. right]);
    }
}
