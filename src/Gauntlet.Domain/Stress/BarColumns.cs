namespace Gauntlet.Domain.Stress;

/// <summary>Columns of bars while they are made.</summary>
internal sealed class BarColumns(int count)
{
    public double[] Open { get; } = new double[count];

    public double[] High { get; } = new double[count];

    public double[] Low { get; } = new double[count];

    public double[] Close { get; } = new double[count];

    public double[] Volume { get; } = new double[count];
}
