using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Statistics.Resampling;

/// <summary>Blocks that start anywhere, wrap around the end and have geometric lengths, so that the resampled series is stationary.</summary>
/// <remarks>Politis and Romano (1994). Each draw has a random stream of its own.</remarks>
public sealed class StationaryResampling : IResampling
{
    private readonly ulong _seed;

    /// <param name="meanBlock">Mean length of a block in rows, at least 1; see <see cref="BlockLength"/>.</param>
    /// <param name="draws">Number of draws, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public StationaryResampling(double meanBlock, int draws, ulong seed)
    {
        if (meanBlock is not >= 1) throw new ArgumentOutOfRangeException(nameof(meanBlock), meanBlock, "A block holds at least one value.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        (MeanBlock, Draws, _seed) = (meanBlock, draws, seed);
    }

    /// <inheritdoc/>
    public int Draws { get; }

    /// <inheritdoc/>
    public double MeanBlock { get; }

    /// <inheritdoc/>
    public void Fill(int draw, Span<int> rows)
    {
        var random = new SeededRandom(_seed, (ulong)draw);
        var row = random.Next(rows.Length);
        rows[0] = row;
        for (var i = 1; i < rows.Length; i++)
        {
            if (random.NextDouble() * MeanBlock < 1) row = random.Next(rows.Length);
            else if (++row == rows.Length) row = 0;
            rows[i] = row;
        }
    }
}
