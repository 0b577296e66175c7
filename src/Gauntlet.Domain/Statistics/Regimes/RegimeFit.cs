namespace Gauntlet.Domain.Statistics.Regimes;

/// <summary>Fits a <see cref="RegimeSwitching"/> to a series by maximum likelihood.</summary>
/// <remarks>A direct search from a calm and a wild half of the data; state 0 is the one with the smaller variance.</remarks>
public static class RegimeFit
{
    /// <param name="values">The series; at least 50 values that vary.</param>
    /// <exception cref="ArgumentException">Too few values, or values that do not vary.</exception>
    public static RegimeSwitching Of(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        if (values.Length < 50 || !(moments.Variance > 0)) throw new ArgumentException("Regimes are fitted to at least 50 finite values that vary.", nameof(values));
        var scale = moments.StandardDeviation;
        var series = new double[values.Length];
        for (var i = 0; i < series.Length; i++) series[i] = (values[i] - moments.Mean) / scale;

        // Calm and wild, once with long and once with short visits: the surface has more than one top.
        double[][] starts = [[3, 3, 0.1, -0.2, Math.Log(0.5), Math.Log(2)], [2, 0, 0, 0, Math.Log(0.6), Math.Log(4)], [3, 2, 0.5, -0.5, 0, 0]];
        var best = starts.Select(start => SimplexSearch.Minimise(point => -Model(point).LogLikelihood(series), start)).MaxBy(point => Model(point).LogLikelihood(series))!;
        var model = Model(best);
        if (model.Variance0 > model.Variance1) model = Exchanged(model);
        return model with
        {
            Mean0 = (model.Mean0 * scale) + moments.Mean,
            Mean1 = (model.Mean1 * scale) + moments.Mean,
            Variance0 = model.Variance0 * scale * scale,
            Variance1 = model.Variance1 * scale * scale,
        };
    }

    // Logits of staying, means, log variances; a variance below a ten-thousandth of the sample's would let one value be a state.
    private static RegimeSwitching Model(double[] point) =>
        new(Logistic(point[0]), Logistic(point[1]), point[2], point[3], 1e-4 + Math.Exp(point[4]), 1e-4 + Math.Exp(point[5]));

    private static RegimeSwitching Exchanged(RegimeSwitching model) => model with
    {
        Stay0 = model.Stay1,
        Stay1 = model.Stay0,
        Mean0 = model.Mean1,
        Mean1 = model.Mean0,
        Variance0 = model.Variance1,
        Variance1 = model.Variance0,
    };

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
