namespace Gauntlet.Domain.Statistics.Clustering;

/// <summary>Two clusters become one.</summary>
/// <param name="First">The lower number; below the number of leaves it is a leaf.</param>
/// <param name="Second">The higher number.</param>
/// <param name="Distance">How far apart they were.</param>
/// <param name="Size">Leaves in the new one.</param>
public readonly record struct ClusterMerge(int First, int Second, double Distance, int Size);
