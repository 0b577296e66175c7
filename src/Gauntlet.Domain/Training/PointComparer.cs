namespace Gauntlet.Domain.Training;

/// <summary>Points are the same where all coordinates are; an absent coordinate equals an absent one.</summary>
internal sealed class PointComparer : IEqualityComparer<double[]>
{
    public static PointComparer Instance { get; } = new();

    public bool Equals(double[]? x, double[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(double[] obj)
    {
        var hash = default(HashCode);
        foreach (var coordinate in obj) hash.Add(coordinate);
        return hash.ToHashCode();
    }
}
