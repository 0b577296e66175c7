using Gauntlet.Contracts.Training;

namespace Gauntlet.Workflows.Training;

/// <summary>Adds up what batches report.</summary>
/// <param name="progress">Where the run before this one stood; null at the start.</param>
internal sealed class Tally(SearchProgress? progress)
{
    /// <summary>The search so far.</summary>
    public SearchProgress Progress { get; private set; } = progress ?? new();

    /// <summary>Adds a round.</summary>
    /// <param name="receipts">Its batches.</param>
    /// <param name="done">Trials done, this round included.</param>
    public void Add(IReadOnlyList<TrialBatchReceipt> receipts, int done)
    {
        foreach (var receipt in receipts) Merge(receipt);
        if (receipts.Max(receipt => receipt.BestObjective) is { } best && (Progress.Records.Count == 0 || best > Progress.Records[^1].Objective))
            Progress = Progress with { Records = [.. Progress.Records, new(done, best)] };
    }

    // Means and sums of squares of two groups make those of both: Chan, Golub and LeVeque (1983).
    private void Merge(TrialBatchReceipt receipt)
    {
        var (more, all) = (receipt.Counts.Completed, Progress.Completed + receipt.Counts.Completed);
        if (more == 0) return;
        var apart = receipt.ObjectiveMean - Progress.Mean;
        Progress = Progress with
        {
            Completed = all,
            Mean = Progress.Mean + (apart * more / all),
            Squares = Progress.Squares + receipt.ObjectiveSquares + (apart * apart * Progress.Completed * more / all),
        };
    }
}
