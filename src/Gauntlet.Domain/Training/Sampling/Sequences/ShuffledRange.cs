using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Sampling.Sequences;

/// <summary>The numbers from 0 to count − 1 in an order that a seed decides, each once, without holding them.</summary>
/// <remarks>A Feistel network of four rounds permutes the next power of four; what falls outside is permuted again (Black and Rogaway 2002).</remarks>
internal sealed class ShuffledRange
{
    private const int Rounds = 4;
    private readonly int _halfBits;
    private readonly ulong[] _keys;

    public ShuffledRange(long count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        _halfBits = 1;
        while (1L << (2 * _halfBits) < count) _halfBits++;
        var random = new SeededRandom(seed);
        _keys = [.. Enumerable.Range(0, Rounds).Select(_ => random.NextUInt64())];
    }

    public long Count { get; }

    /// <summary>The number at a place.</summary>
    public long this[long place]
    {
        get
        {
            var number = place;
            do
            {
                number = Permute(number);
            }
            while (number >= Count);
            return number;
        }
    }

    private long Permute(long number)
    {
        var mask = (1UL << _halfBits) - 1;
        var (left, right) = ((ulong)number >> _halfBits, (ulong)number & mask);
        foreach (var key in _keys) (left, right) = (right, left ^ (Mix(right, key) & mask));
        return (long)((left << _halfBits) | right);
    }

    private static ulong Mix(ulong value, ulong key)
    {
        var mixed = (value + key) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 29)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 32);
    }
}
