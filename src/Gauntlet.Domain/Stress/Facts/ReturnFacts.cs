using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Stress.Facts;

/// <summary>The facts of returns that a shape of volatility decides, as <see cref="StylisedFacts"/> defines them.</summary>
internal static class ReturnFacts
{
    private const int LeverageLags = 5, LongestLag = 20;

    /// <summary>How many there are: kurtosis, autocorrelation of sizes at lag 1 and on the mean of twenty lags, leverage.</summary>
    public const int Count = 4;

    /// <summary>The facts of a window; NaN where its returns do not vary.</summary>
    public static double[] Of(ReadOnlySpan<double> returns)
    {
        var sizes = new double[returns.Length];
        var squares = new double[returns.Length];
        for (var i = 0; i < returns.Length; i++) (sizes[i], squares[i]) = (Math.Abs(returns[i]), returns[i] * returns[i]);
        var clusters = Autocorrelations(sizes, LongestLag);
        return [Moments.Of(returns).Kurtosis, clusters[0], clusters.Average(), Leverage(returns, squares)];
    }

    /// <summary>Biased autocorrelations about the mean of the stretch, from lag 1 on; NaN where the values do not vary.</summary>
    public static double[] Autocorrelations(double[] values, int longest)
    {
        var mean = values.Average();
        var deviations = Array.ConvertAll(values, value => value - mean);
        var total = deviations.Sum(value => value * value);
        var found = new double[longest];
        for (var lag = 1; lag <= longest; lag++)
        {
            double products = 0;
            for (var i = lag; i < deviations.Length; i++) products += deviations[i] * deviations[i - lag];
            found[lag - 1] = total > 0 ? products / total : double.NaN;
        }

        return found;
    }

    /// <summary>Mean over five lags of the correlation of a return with later squares: deviations from the means of the whole stretch, divided by its sums of squares.</summary>
    public static double Leverage(ReadOnlySpan<double> returns, double[] squares)
    {
        double mean = 0;
        foreach (var value in returns) mean += value / returns.Length;
        var level = squares.Average();
        double products = 0, returned = 0, squared = 0;
        for (var i = 0; i < returns.Length; i++)
        {
            returned += (returns[i] - mean) * (returns[i] - mean);
            squared += (squares[i] - level) * (squares[i] - level);
            for (var lag = 1; lag <= LeverageLags && i + lag < returns.Length; lag++) products += (returns[i] - mean) * (squares[i + lag] - level);
        }

        return products / LeverageLags / Math.Sqrt(returned * squared);
    }
}
