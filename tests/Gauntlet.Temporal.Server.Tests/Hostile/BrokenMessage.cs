using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Gauntlet.Temporal.Server.Tests.Hostile;

/// <summary>Three bytes that stand where a message should.</summary>
internal sealed class BrokenMessage(byte first, byte second, byte third) : IBufferMessage
{
    public MessageDescriptor Descriptor => Empty.Descriptor;

    public int CalculateSize() => 3;

    public void InternalWriteTo(ref WriteContext ctx) => ctx.WriteRawTag(first, second, third);

    public void WriteTo(CodedOutputStream output) => output.WriteRawTag(first, second, third);

    public void MergeFrom(CodedInputStream input) => throw new NotSupportedException("It is only sent.");

    public void InternalMergeFrom(ref ParseContext ctx) => throw new NotSupportedException("It is only sent.");
}
