using System.Buffers.Binary;
using System.Numerics;

namespace Temporalio.Common;

/// <summary>
/// Random numbers that depend on the seed only, on every platform and in every version: PCG64-MCG (O'Neill, "PCG: A
/// Family of Simple Fast Space-Efficient Statistically Good Algorithms", 2014; XSL-RR output on a 128-bit
/// multiplicative generator), seeded as the Rust crate rand_pcg does, which Temporal's own SDKs use.
/// </summary>
public class DeterministicRandom : Random
{
    private static readonly UInt128 Multiplier = new(0x2360ED051FC65DA4, 0x4385DF649FCCF645);

    private UInt128 _state;

    /// <summary>Creates a generator.</summary>
    /// <param name="seed">Seed.</param>
    public DeterministicRandom(ulong seed)
        : base(0)
    {
        // The seed is stretched to 128 bits by a 32-bit PCG, four bytes at a time, least significant first.
        const ulong StretchMultiplier = 6364136223846793005;
        const ulong StretchIncrement = 11634580027462260723;
        UInt128 state = 0;
        for (var word = 0; word < 4; word++)
        {
            seed = unchecked((seed * StretchMultiplier) + StretchIncrement);
            var output = BitOperations.RotateRight((uint)(((seed >> 18) ^ seed) >> 27), (int)(seed >> 59));
            state |= (UInt128)output << (32 * word);
        }

        _state = state | 3;
    }

    /// <inheritdoc />
    public override int Next() => Next(0, int.MaxValue);

    /// <inheritdoc />
    public override int Next(int maxValue) => Next(0, maxValue);

    /// <inheritdoc />
    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        var range = (uint)((long)maxValue - minValue);
        if (range == 0)
        {
            return minValue;
        }

        // Multiplication with rejection (Lemire, "Fast Random Integer Generation in an Interval", 2019).
        var zone = unchecked((range << BitOperations.LeadingZeroCount(range)) - 1);
        while (true)
        {
            var product = (ulong)(uint)NextBits() * range;
            if ((uint)product <= zone)
            {
                return (int)(minValue + (long)(product >> 32));
            }
        }
    }

    /// <inheritdoc />
    public override long NextInt64() => NextInt64(0, long.MaxValue);

    /// <inheritdoc />
    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    /// <inheritdoc />
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        var range = unchecked((ulong)maxValue - (ulong)minValue);
        if (range == 0)
        {
            return minValue;
        }

        var zone = unchecked((range << BitOperations.LeadingZeroCount(range)) - 1);
        while (true)
        {
            var high = Math.BigMul(NextBits(), range, out var low);
            if (low <= zone)
            {
                return unchecked((long)((ulong)minValue + high));
            }
        }
    }

    /// <inheritdoc />
    public override double NextDouble() => Sample();

    /// <inheritdoc />
    public override float NextSingle() => (NextBits() >> 40) * (1.0f / (1u << 24));

    /// <inheritdoc />
    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <inheritdoc />
    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        while (buffer.Length > 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, NextBits());
            var count = Math.Min(buffer.Length, word.Length);
            word[..count].CopyTo(buffer);
            buffer = buffer[count..];
        }
    }

    /// <inheritdoc />
    protected override double Sample() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    private ulong NextBits()
    {
        _state = unchecked(_state * Multiplier);
        return BitOperations.RotateRight((ulong)(_state >> 64) ^ (ulong)_state, (int)(_state >> 122));
    }
}
