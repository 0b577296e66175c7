namespace Gauntlet.Domain.Tests.Statistics;

/// <summary>The integer generator behind the reference matrices: x ← 48271·x mod (2³¹ − 1); a near-normal value is the sum of twelve uniforms less 6.</summary>
internal sealed class LinearCongruence(long seed)
{
    private long _state = seed;

    public double NextNormal()
    {
        double sum = 0;
        for (var i = 0; i < 12; i++)
        {
            _state = 48271 * _state % 2147483647;
            sum += _state / 2147483647.0;
        }

        return sum - 6;
    }

    /// <summary>Columns of drift + scale·g, drawn row by row.</summary>
    public static double[][] Columns(long seed, int rows, double scale, params double[] drift)
    {
        var generator = new LinearCongruence(seed);
        var columns = drift.Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < drift.Length; column++) columns[column][row] = drift[column] + (scale * generator.NextNormal());
        }

        return columns;
    }
}
