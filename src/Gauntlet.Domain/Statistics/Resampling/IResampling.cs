namespace Gauntlet.Domain.Statistics.Resampling;

/// <summary>A fixed number of bootstrap draws, each a list of row numbers; asking for the same draw twice gives the same rows.</summary>
/// <remarks>Whole rows are drawn, so that what happens at the same time stays together. Safe to use from several threads.</remarks>
public interface IResampling
{
    /// <summary>Number of draws.</summary>
    int Draws { get; }

    /// <summary>Mean length of a block in rows, at least 1: what the draws assume about memory.</summary>
    double MeanBlock { get; }

    /// <summary>Writes the rows of a draw.</summary>
    /// <param name="draw">From 0 to <see cref="Draws"/> − 1.</param>
    /// <param name="rows">As long as the series; gets zero-based row numbers.</param>
    void Fill(int draw, Span<int> rows);
}
