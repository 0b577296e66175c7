using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Temporalio.Worker.Instances;

/// <summary>SipHash-1-3 with a zero key, by which Temporal's SDK core turns run ids into seeds.</summary>
/// <remarks>Aumasson and Bernstein, "SipHash: a fast short-input PRF" (2012), with one compression and three finalisation rounds.</remarks>
internal static class SipHash
{
    /// <summary>Hash of a text as Rust hashes a string: its UTF-8 bytes and a closing 0xFF.</summary>
    public static ulong OfText(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        bytes[^1] = 0xFF;
        return Of(bytes);
    }

    /// <summary>Hash of bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> data)
    {
        var v0 = 0x736f6d6570736575UL;
        var v1 = 0x646f72616e646f6dUL;
        var v2 = 0x6c7967656e657261UL;
        var v3 = 0x7465646279746573UL;
        var last = (ulong)data.Length << 56;
        while (data.Length >= 8)
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(data);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
            data = data[8..];
        }

        for (var i = 0; i < data.Length; i++)
        {
            last |= (ulong)data[i] << (8 * i);
        }

        v3 ^= last;
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= last;
        v2 ^= 0xFF;
        for (var i = 0; i < 3; i++)
        {
            Round(ref v0, ref v1, ref v2, ref v3);
        }

        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
