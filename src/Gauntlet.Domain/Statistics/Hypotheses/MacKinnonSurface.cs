namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Distribution of the Dickey–Fuller t value, from published response surfaces.</summary>
/// <remarks>P-values: MacKinnon (1994), tables 3 and 4. Critical values: MacKinnon (2010), table 2; without a constant MacKinnon (1996).</remarks>
internal static class MacKinnonSurface
{
    private static readonly Surface[] Surfaces =
    [
        new(
            Lowest: -19.04, Split: -1.04, Highest: double.PositiveInfinity,
            Left: [0.6344, 1.2378, 0.032496], Right: [0.4797, 0.93557, -0.06999, 0.033066],
            Critical: [[-2.56574, -2.2358, -3.627, 0], [-1.94100, -0.2686, -3.365, 31.223], [-1.61682, 0.2656, -2.714, 25.364]]),
        new(
            Lowest: -18.83, Split: -1.61, Highest: 2.74,
            Left: [2.1659, 1.4412, 0.038269], Right: [1.7339, 0.93202, -0.12745, -0.010368],
            Critical: [[-3.43035, -6.5393, -16.786, -79.433], [-2.86154, -2.8903, -4.234, -40.040], [-2.56677, -1.5384, -2.809, 0]]),
        new(
            Lowest: -16.18, Split: -2.89, Highest: 0.7,
            Left: [3.2512, 1.6047, 0.049588], Right: [2.5261, 0.61654, -0.37956, -0.060285],
            Critical: [[-3.95877, -9.0531, -28.428, -134.155], [-3.41049, -4.3904, -9.036, -45.374], [-3.12705, -2.5856, -3.925, -22.380]]),
    ];

    public static double PValue(Deterministic around, double statistic)
    {
        var surface = Surfaces[(int)around];
        if (double.IsNaN(statistic)) return double.NaN;
        if (statistic > surface.Highest) return 1;
        if (statistic < surface.Lowest) return 0;
        return Normal.Cdf(MathNet.Numerics.Polynomial.Evaluate(statistic, statistic <= surface.Split ? surface.Left : surface.Right));
    }

    public static double CriticalValue(Deterministic around, double level, int observations)
    {
        var row = level switch
        {
            0.01 => 0,
            0.05 => 1,
            0.1 => 2,
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Critical values are known at 0.01, 0.05 and 0.1."),
        };
        return MathNet.Numerics.Polynomial.Evaluate(1.0 / observations, Surfaces[(int)around].Critical[row]);
    }

    private sealed record Surface(double Lowest, double Split, double Highest, double[] Left, double[] Right, double[][] Critical);
}
