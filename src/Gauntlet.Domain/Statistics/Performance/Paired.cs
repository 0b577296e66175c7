namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Returns of two series over the same periods.</summary>
internal static class Paired
{
    public static void Require(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length) throw new ArgumentException($"There are {first.Length} returns and {second.Length} of the benchmark. Give both over the same periods.", nameof(second));
    }

    /// <summary>Differences, period by period.</summary>
    public static double[] Differences(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Require(first, second);
        var result = new double[first.Length];
        for (var i = 0; i < result.Length; i++) result[i] = first[i] - second[i];
        return result;
    }

    /// <summary>The pairs of periods in which the benchmark rose (or fell).</summary>
    public static (double[] Returns, double[] Benchmark) Where(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, bool rising)
    {
        Require(returns, benchmark);
        List<double> left = [], right = [];
        for (var i = 0; i < returns.Length; i++)
        {
            if (rising ? benchmark[i] <= 0 : benchmark[i] >= 0) continue;
            left.Add(returns[i]);
            right.Add(benchmark[i]);
        }

        return ([.. left], [.. right]);
    }
}
