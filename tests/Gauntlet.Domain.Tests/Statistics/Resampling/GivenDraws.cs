using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Tests.Statistics.Resampling;

/// <summary>Draws that were made elsewhere, so that p-values are exact numbers.</summary>
internal sealed class GivenDraws(IReadOnlyList<int[]> given, double meanBlock) : IResampling
{
    public int Draws => given.Count;

    public double MeanBlock => meanBlock;

    public void Fill(int draw, Span<int> rows) => given[draw].CopyTo(rows);

    /// <summary>Reads a file of the reference: one draw a line.</summary>
    public static GivenDraws Read(string file, double meanBlock) =>
        new([.. File.ReadLines(SharedFolder.PathOf(Path.Combine("vectors", "statistics", file))).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray())], meanBlock);
}
