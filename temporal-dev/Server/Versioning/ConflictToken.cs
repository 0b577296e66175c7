using System.Buffers.Binary;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>What callers show to say which state of a deployment they have seen: the time of its last change, as Go writes times in binary.</summary>
internal static class ConflictToken
{
    private const byte Version = 1;
    private const short Utc = -1;
    private const int Size = 15;

    /// <summary>The token of a time.</summary>
    public static ByteString Of(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes[0] = Version;
        var (seconds, rest) = Math.DivRem(time.UtcTicks, TimeSpan.TicksPerSecond);
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], seconds);
        BinaryPrimitives.WriteInt32BigEndian(bytes[9..], (int)(rest * TimeSpan.NanosecondsPerTick));
        BinaryPrimitives.WriteInt16BigEndian(bytes[13..], Utc);
        return ByteString.CopyFrom(bytes);
    }
}
