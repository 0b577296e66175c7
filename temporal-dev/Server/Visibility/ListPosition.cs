using System.Buffers.Binary;
using System.Text;
using Gauntlet.Temporal.Grpc;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>Where a run stands in a list: open ones first by their start, then closed ones by their end, latest first.</summary>
/// <param name="CloseTicks">UTC ticks of the close; the largest number while open.</param>
/// <param name="StartTicks">UTC ticks of the start.</param>
/// <param name="RunId">Tells runs of one instant apart.</param>
internal readonly record struct ListPosition(long CloseTicks, long StartTicks, string RunId) : IComparable<ListPosition>
{
    private const int NumbersLength = 2 * sizeof(long);

    /// <summary>Position of a run.</summary>
    public static ListPosition Of(VisibilityRecord record) => new(record.CloseTime?.UtcTicks ?? long.MaxValue, record.StartTime.UtcTicks, record.RunId);

    /// <summary>Reads the token of the last entry of a page; null for the first page.</summary>
    /// <exception cref="GrpcException">UNKNOWN, as the real server answers to what is no token of its own.</exception>
    public static ListPosition? Parse(ByteString token)
    {
        if (token.IsEmpty) return null;
        // A run id is a UUID in text.
        if (token.Length <= NumbersLength || !Guid.TryParse(token.Span[NumbersLength..], out _))
            throw new GrpcException(GrpcStatusCode.Unknown, "unable to deserialize page token: it was not made by this server");
        return new(
            BinaryPrimitives.ReadInt64BigEndian(token.Span),
            BinaryPrimitives.ReadInt64BigEndian(token.Span[sizeof(long)..]),
            Encoding.UTF8.GetString(token.Span[NumbersLength..]));
    }

    /// <summary>The token that continues behind this position.</summary>
    public ByteString ToToken()
    {
        var bytes = new byte[NumbersLength + Encoding.UTF8.GetByteCount(RunId)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, CloseTicks);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(sizeof(long)), StartTicks);
        Encoding.UTF8.GetBytes(RunId, bytes.AsSpan(NumbersLength));
        return ByteString.CopyFrom(bytes);
    }

    /// <inheritdoc/>
    public int CompareTo(ListPosition other)
    {
        var order = other.CloseTicks.CompareTo(CloseTicks);
        if (order == 0) order = other.StartTicks.CompareTo(StartTicks);
        return order == 0 ? string.CompareOrdinal(other.RunId, RunId) : order;
    }

    /// <summary>Earlier in the list.</summary>
    public static bool operator <(ListPosition x, ListPosition y) => x.CompareTo(y) < 0;

    /// <summary>Later in the list.</summary>
    public static bool operator >(ListPosition x, ListPosition y) => x.CompareTo(y) > 0;

    /// <summary>Earlier in the list, or the same.</summary>
    public static bool operator <=(ListPosition x, ListPosition y) => x.CompareTo(y) <= 0;

    /// <summary>Later in the list, or the same.</summary>
    public static bool operator >=(ListPosition x, ListPosition y) => x.CompareTo(y) >= 0;
}
