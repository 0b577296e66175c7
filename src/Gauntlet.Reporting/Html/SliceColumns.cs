using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>The axis of a parameter in equal parts, one a word where it has words, with the completed trials of each part that was tried.</summary>
internal sealed class SliceColumns
{
    private const int Parts = 24;

    /// <param name="x">The axis.</param>
    /// <param name="completed">Completed trials that have the parameter.</param>
    public SliceColumns(SearchScale x, IReadOnlyList<TrialPoint> completed)
    {
        Count = x.Axis.Choices?.Count ?? Parts;
        Tried = [.. completed.GroupBy(trial => Math.Min(Count - 1, (int)(x.Of(trial)!.Value * Count))).OrderBy(part => part.Key)
            .Select(part => new SliceColumn(part.Key, [.. part], [.. part.Select(trial => trial.Objective!.Value).Order()]))];
    }

    /// <summary>Parts of the whole axis.</summary>
    public int Count { get; }

    /// <summary>Parts that have trials, from left to right.</summary>
    public IReadOnlyList<SliceColumn> Tried { get; }

    /// <summary>Left edge of a part in [0, 1]; that of the one after it is its right edge.</summary>
    public double Edge(int place) => (double)place / Count;
}

/// <summary>A part of an axis.</summary>
/// <param name="Place">Its number from the left.</param>
/// <param name="Trials">Its completed trials.</param>
/// <param name="Objectives">Their objectives, ascending.</param>
internal sealed record SliceColumn(int Place, IReadOnlyList<TrialPoint> Trials, double[] Objectives);
