using System.Numerics;

namespace Gauntlet.Domain.Randomness;

/// <summary>Reproducible random numbers: the same seed and stream give the same sequence on every platform and version.</summary>
/// <remarks>
/// xoshiro256** by Blackman and Vigna (2018), state filled by SplitMix64. Streams with different numbers are independent for
/// every practical purpose, so work can be cut into pieces by index and done in any order. Not for cryptography, not thread-safe.
/// </remarks>
public sealed class SeededRandom
{
    private ulong _a, _b, _c, _d;
    private double _spare = double.NaN;

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Which of the seed's independent sequences, e.g. a trial or scenario number. Default 0.</param>
    public SeededRandom(ulong seed, ulong stream = 0)
    {
        var state = seed;
        // Mixed once before the stream enters, so that (seed, stream + 1) and (seed + 1, stream) do not meet.
        state = SplitMix(ref state) ^ (stream * 0xD1B54A32D192ED03UL);
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>Sixty-four random bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform among 0 … <paramref name="bound"/> − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(NextUInt64(), (ulong)bound, out _);
    }

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spare))
        {
            var kept = _spare;
            _spare = double.NaN;
            return kept;
        }

        double x, y, square;
        do
        {
            x = (2 * NextDouble()) - 1;
            y = (2 * NextDouble()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);

        var scale = Math.Sqrt(-2 * Math.Log(square) / square);
        _spare = y * scale;
        return x * scale;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
