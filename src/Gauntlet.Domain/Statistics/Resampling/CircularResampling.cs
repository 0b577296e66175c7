using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Statistics.Resampling;

/// <summary>Blocks of one length that start anywhere and wrap around the end.</summary>
/// <remarks>Politis and Romano (1992). Each draw has a random stream of its own.</remarks>
public sealed class CircularResampling : IResampling
{
    private readonly int _block;
    private readonly ulong _seed;

    /// <param name="block">Length of a block in rows, at least 1; see <see cref="BlockLength"/>.</param>
    /// <param name="draws">Number of draws, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public CircularResampling(int block, int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(block);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        (_block, Draws, _seed) = (block, draws, seed);
    }

    /// <inheritdoc/>
    public int Draws { get; }

    /// <inheritdoc/>
    public double MeanBlock => _block;

    /// <inheritdoc/>
    public void Fill(int draw, Span<int> rows)
    {
        var random = new SeededRandom(_seed, (ulong)draw);
        var row = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i % _block == 0) row = random.Next(rows.Length);
            else if (++row == rows.Length) row = 0;
            rows[i] = row;
        }
    }
}
