using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gauntlet.Domain.Markets;

/// <summary>Content hash of bars over canonical bytes: interval and count, then time and the five values of each bar, little-endian.</summary>
internal static class BarHash
{
    private const int RowBytes = 6 * sizeof(long);

    public static string Of(BarSeries bars)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> row = stackalloc byte[RowBytes];
        BinaryPrimitives.WriteInt64LittleEndian(row, bars.Interval.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(row[8..], bars.Count);
        hash.AppendData(row[..16]);
        for (var i = 0; i < bars.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(row, bars.Times[i].Ticks);
            BinaryPrimitives.WriteDoubleLittleEndian(row[8..], bars.Open[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(row[16..], bars.High[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(row[24..], bars.Low[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(row[32..], bars.Close[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(row[40..], bars.Volume[i]);
            hash.AppendData(row);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
