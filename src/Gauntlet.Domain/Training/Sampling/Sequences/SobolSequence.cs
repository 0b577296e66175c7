using System.Numerics;
using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Sampling.Sequences;

/// <summary>Sobol points in Gray-code order, the first of which is the origin unless scrambled.</summary>
/// <remarks>
/// Direction numbers of Joe and Kuo (2008), set new-joe-kuo-6.21201. Scrambled by a random lower triangular matrix over GF(2) on each axis
/// and a digital shift (Matoušek 1998), which keep the net's evenness.
/// </remarks>
internal sealed class SobolSequence
{
    /// <summary>Axes that the table covers.</summary>
    public const int MaximumDimensions = 32;

    private const int Bits = 30;

    // Degree, coefficients of the primitive polynomial, and first direction numbers of axes 2 to 32.
    private static readonly (int Degree, int Polynomial, int[] Numbers)[] Table =
    [
        (1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]), (4, 4, [1, 3, 5, 13]),
        (5, 2, [1, 1, 5, 5, 17]), (5, 4, [1, 1, 5, 5, 5]), (5, 7, [1, 1, 7, 11, 19]), (5, 11, [1, 1, 5, 1, 1]), (5, 13, [1, 1, 1, 3, 11]), (5, 14, [1, 3, 5, 5, 31]),
        (6, 1, [1, 3, 3, 9, 7, 49]), (6, 13, [1, 1, 1, 15, 21, 21]), (6, 16, [1, 3, 1, 13, 27, 49]), (6, 19, [1, 1, 1, 15, 7, 5]), (6, 22, [1, 3, 1, 15, 13, 25]), (6, 25, [1, 1, 5, 5, 19, 61]),
        (7, 1, [1, 3, 7, 11, 23, 15, 103]), (7, 4, [1, 3, 7, 13, 13, 15, 69]), (7, 7, [1, 1, 3, 13, 7, 35, 63]), (7, 8, [1, 3, 5, 9, 1, 25, 53]), (7, 14, [1, 3, 1, 13, 9, 35, 107]),
        (7, 19, [1, 3, 1, 5, 27, 61, 31]), (7, 21, [1, 1, 5, 11, 19, 41, 61]), (7, 28, [1, 3, 5, 3, 3, 13, 69]), (7, 31, [1, 1, 7, 13, 1, 19, 1]), (7, 32, [1, 3, 7, 5, 13, 19, 59]),
        (7, 37, [1, 1, 3, 9, 25, 29, 41]), (7, 41, [1, 3, 5, 13, 23, 1, 55]), (7, 42, [1, 3, 7, 3, 13, 59, 17]),
    ];

    private readonly uint[][] _directions;
    private readonly uint[] _shifts;

    /// <param name="dimensions">Axes, 1 to 32.</param>
    /// <param name="scramble">Seed of the scrambling; null leaves the sequence plain.</param>
    public SobolSequence(int dimensions, ulong? scramble = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaximumDimensions);
        _directions = [.. Enumerable.Range(0, dimensions).Select(Directions)];
        _shifts = new uint[dimensions];
        if (scramble is not { } seed) return;
        for (var axis = 0; axis < dimensions; axis++)
        {
            var random = new SeededRandom(seed, (ulong)axis);
            var rows = Enumerable.Range(0, Bits).Select(row => Row(row, random)).ToArray();
            _directions[axis] = [.. _directions[axis].Select(number => Multiply(rows, number))];
            _shifts[axis] = (uint)(random.NextUInt64() >> (64 - Bits));
        }
    }

    /// <summary>The point of an index from 0, every coordinate in [0, 1).</summary>
    public double[] this[long index]
    {
        get
        {
            var gray = (ulong)index ^ ((ulong)index >> 1);
            var point = new double[_directions.Length];
            for (var axis = 0; axis < point.Length; axis++)
            {
                var bits = _shifts[axis];
                for (var left = gray & ((1UL << Bits) - 1); left != 0; left &= left - 1) bits ^= _directions[axis][BitOperations.TrailingZeroCount(left)];
                point[axis] = bits * (1.0 / (1 << Bits));
            }

            return point;
        }
    }

    private static uint[] Directions(int axis)
    {
        var numbers = new uint[Bits];
        if (axis == 0)
        {
            for (var i = 0; i < Bits; i++) numbers[i] = 1u << (Bits - 1 - i);
            return numbers;
        }

        var (degree, polynomial, first) = Table[axis - 1];
        for (var i = 0; i < Bits; i++)
        {
            if (i < degree)
            {
                numbers[i] = (uint)first[i] << (Bits - 1 - i);
                continue;
            }

            numbers[i] = numbers[i - degree] ^ (numbers[i - degree] >> degree);
            for (var k = 1; k < degree; k++)
            {
                if (((polynomial >> (degree - 1 - k)) & 1) != 0) numbers[i] ^= numbers[i - k];
            }
        }

        return numbers;
    }

    // A row of the lower triangular matrix: ones on the diagonal, chance to the left of it, where the left is the more significant side.
    private static uint Row(int row, SeededRandom random)
    {
        var diagonal = 1u << (Bits - 1 - row);
        var above = ((1u << Bits) - 1) & ~((diagonal << 1) - 1);
        return diagonal | ((uint)(random.NextUInt64() >> 32) & above);
    }

    private static uint Multiply(uint[] rows, uint number)
    {
        uint product = 0;
        for (var row = 0; row < Bits; row++)
        {
            if ((BitOperations.PopCount(rows[row] & number) & 1) != 0) product |= 1u << (Bits - 1 - row);
        }

        return product;
    }
}
