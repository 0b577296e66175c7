namespace Gauntlet.Contracts.Training;

/// <summary>What became of a batch.</summary>
/// <param name="First">Number of its first trial.</param>
/// <param name="Counts">Trials of the batch by state.</param>
/// <param name="BestObjective">Best objective of the batch; null when no trial completed.</param>
public sealed record TrialBatchReceipt(int First, TrialCounts Counts, double? BestObjective)
{
    /// <summary>Mean objective of its completed trials; 0 without any.</summary>
    public double ObjectiveMean { get; init; }

    /// <summary>Sum of the squared distances from that mean.</summary>
    public double ObjectiveSquares { get; init; }
}
