namespace Gauntlet.Domain.Statistics.Volatility;

/// <summary>Fits a <see cref="Garch"/> to a series by maximum likelihood.</summary>
/// <remarks>The series is scaled to deviation 1 first, so that the units do not matter; ranges are kept by transformation.</remarks>
public static class GarchFit
{
    /// <param name="values">The series; at least 50 values that vary.</param>
    /// <param name="student">Whether errors have Student's t distribution instead of the normal one. Default false.</param>
    /// <returns>The model in the units of the series.</returns>
    /// <exception cref="ArgumentException">Too few values, or values that do not vary.</exception>
    public static Garch Of(ReadOnlySpan<double> values, bool student = false)
    {
        var moments = Moments.Of(values);
        if (values.Length < 50 || !(moments.Variance > 0)) throw new ArgumentException("Volatility is fitted to at least 50 finite values that vary.", nameof(values));
        var scale = moments.StandardDeviation;
        var series = new double[values.Length];
        for (var i = 0; i < series.Length; i++) series[i] = values[i] / scale;
        var backcast = Garch.Backcast(series);

        double[] start = [moments.Mean / scale, Math.Log(0.05), Logit(0.95), Logit(0.1), Math.Log(6)];
        var found = SimplexSearch.Minimise(point => -Model(point, student).LogLikelihood(series, backcast), start[..(student ? 5 : 4)]);
        var model = Model(found, student);
        return model with { Mean = model.Mean * scale, Omega = model.Omega * scale * scale };
    }

    // Mean, ln ω, persistence α + β in (0, 1), α's share of it, ln(ν − 2).
    private static Garch Model(double[] point, bool student)
    {
        var persistence = Logistic(point[2]);
        var share = Logistic(point[3]);
        return new(point[0], Math.Exp(point[1]), persistence * share, persistence * (1 - share), student ? 2 + Math.Exp(point[4]) : null);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Logit(double p) => Math.Log(p / (1 - p));
}
