using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Sampling.Sequences;

/// <summary>Halton points: on every axis the digits of the index in the base of a prime, mirrored at the point. The first is the origin unless scrambled.</summary>
/// <remarks>Halton (1960). Scrambled by an own permutation of the digits at every place (Owen 2017), which keeps each axis' evenness and breaks the stripes between high bases.</remarks>
internal sealed class HaltonSequence
{
    // Digits that are permuted; those after them are beyond the precision of a double.
    private const double Smallest = 1e-16;

    private readonly int[] _bases;
    private readonly int[][][]? _permutations;

    /// <param name="dimensions">Axes, at least 1.</param>
    /// <param name="scramble">Seed of the scrambling; null leaves the sequence plain.</param>
    public HaltonSequence(int dimensions, ulong? scramble = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        _bases = [.. Primes().Take(dimensions)];
        if (scramble is { } seed) _permutations = [.. _bases.Select((prime, axis) => Permutations(prime, new(seed, (ulong)axis)))];
    }

    /// <summary>The point of an index from 0, every coordinate in [0, 1).</summary>
    public double[] this[long index] => [.. _bases.Select((prime, axis) => Mirror(index, prime, _permutations?[axis]))];

    private static double Mirror(long index, int prime, int[][]? permutations)
    {
        var (sum, unit) = (0.0, 1.0 / prime);
        var left = index;
        for (var place = 0; permutations is null ? left > 0 : place < permutations.Length; place++)
        {
            var digit = (int)(left % prime);
            sum += unit * (permutations is null ? digit : permutations[place][digit]);
            left /= prime;
            unit /= prime;
        }

        return Math.Min(sum, Math.BitDecrement(1.0));
    }

    private static int[][] Permutations(int prime, SeededRandom random)
    {
        var places = (int)Math.Ceiling(-Math.Log(Smallest) / Math.Log(prime));
        return [.. Enumerable.Range(0, places).Select(_ => Shuffled(prime, random))];
    }

    private static int[] Shuffled(int count, SeededRandom random)
    {
        int[] digits = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (digits[i], digits[other]) = (digits[other], digits[i]);
        }

        return digits;
    }

    private static IEnumerable<int> Primes()
    {
        var found = new List<int>();
        for (var candidate = 2; candidate < int.MaxValue; candidate++)
        {
            if (found.TrueForAll(prime => candidate % prime != 0))
            {
                found.Add(candidate);
                yield return candidate;
            }
        }
    }
}
