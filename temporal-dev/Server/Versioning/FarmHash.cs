using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>The 32-bit fingerprint of FarmHash, by which the real server spreads workflow ids over versions.</summary>
/// <remarks>Source: the function <c>farmhashmk::Hash32</c> of Google's FarmHash (https://github.com/google/farmhash), which is fixed for all time.</remarks>
internal static class FarmHash
{
    private const uint C1 = 0xcc9e2d51, C2 = 0x1b873593, Step = 0xe6546b64;
    private const int Block = 20;

    /// <summary>Fingerprint of a text's UTF-8 bytes.</summary>
    public static uint Fingerprint(string text) => Fingerprint(Encoding.UTF8.GetBytes(text));

    /// <summary>Fingerprint of bytes.</summary>
    public static uint Fingerprint(ReadOnlySpan<byte> s) => s.Length switch
    {
        <= 4 => UpTo4(s),
        <= 12 => UpTo12(s),
        <= 24 => UpTo24(s),
        _ => Longer(s),
    };

    private static uint UpTo4(ReadOnlySpan<byte> s)
    {
        uint b = 0, c = 9;
        foreach (var one in s)
        {
            b = (b * C1) + (uint)(sbyte)one;
            c ^= b;
        }

        return Mix(Mur(b, Mur((uint)s.Length, c)));
    }

    private static uint UpTo12(ReadOnlySpan<byte> s)
    {
        var length = (uint)s.Length;
        var a = length + At(s, 0);
        var b = (length * 5) + At(s, s.Length - 4);
        var c = 9 + At(s, (s.Length >> 1) & 4);
        return Mix(Mur(c, Mur(b, Mur(a, length * 5))));
    }

    private static uint UpTo24(ReadOnlySpan<byte> s)
    {
        var a = At(s, (s.Length >> 1) - 4);
        var b = At(s, 4);
        var c = At(s, s.Length - 8);
        var d = At(s, s.Length >> 1);
        var e = At(s, 0);
        var f = At(s, s.Length - 4);
        var h = (d * C1) + (uint)s.Length;
        a = BitOperations.RotateRight(a, 12) + f;
        h = Mur(c, h) + a;
        a = BitOperations.RotateRight(a, 3) + c;
        h = Mur(e, h) + a;
        a = BitOperations.RotateRight(a + f, 12) + d;
        h = Mur(b, h) + a;
        return Mix(h);
    }

    private static uint Longer(ReadOnlySpan<byte> s)
    {
        var h = (uint)s.Length;
        var g = C1 * (uint)s.Length;
        var f = g;
        h = Five(h ^ Scramble(At(s, s.Length - 4)));
        h = Five(h ^ Scramble(At(s, s.Length - 16)));
        g = Five(g ^ Scramble(At(s, s.Length - 8)));
        g = Five(g ^ Scramble(At(s, s.Length - 12)));
        f = BitOperations.RotateRight(f + Scramble(At(s, s.Length - 20)), 19) + 113;
        for (var (left, at) = ((s.Length - 1) / Block, 0); left > 0; left--, at += Block)
        {
            var (a, b, c, d, e) = (At(s, at), At(s, at + 4), At(s, at + 8), At(s, at + 12), At(s, at + 16));
            h += a;
            g += b;
            f += c;
            h = Mur(d, h) + e;
            g = Mur(c, g) + a;
            f = Mur(b + (e * C1), f) + d;
            f += g;
            g += f;
        }

        g = Twice(g);
        f = Twice(f);
        h = BitOperations.RotateRight((BitOperations.RotateRight(h + g, 19) * 5) + Step, 17) * C1;
        return BitOperations.RotateRight((BitOperations.RotateRight(h + f, 19) * 5) + Step, 17) * C1;
    }

    private static uint At(ReadOnlySpan<byte> s, int place) => BinaryPrimitives.ReadUInt32LittleEndian(s[place..]);

    private static uint Scramble(uint a) => BitOperations.RotateRight(a * C1, 17) * C2;

    private static uint Twice(uint a) => BitOperations.RotateRight(BitOperations.RotateRight(a, 11) * C1, 17) * C1;

    private static uint Five(uint a) => (BitOperations.RotateRight(a, 19) * 5) + Step;

    private static uint Mur(uint a, uint h) => Five(h ^ Scramble(a));

    private static uint Mix(uint h)
    {
        h ^= h >> 16;
        h *= 0x85ebca6b;
        h ^= h >> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >> 16);
    }
}
