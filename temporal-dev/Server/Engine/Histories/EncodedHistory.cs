using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Histories;

/// <summary>An answer to GetWorkflowExecutionHistory whose history is bytes already; on the wire it is the answer.</summary>
/// <param name="history">An encoded <see cref="Temporalio.Api.History.V1.History"/>.</param>
/// <param name="nextPageToken">Empty on the last page.</param>
internal sealed class EncodedHistory(ByteString history, ByteString nextPageToken) : IMessage<EncodedHistory>, IBufferMessage
{
    private const uint HistoryTag = (GetWorkflowExecutionHistoryResponse.HistoryFieldNumber << 3) | (uint)WireFormat.WireType.LengthDelimited;
    private const uint TokenTag = (GetWorkflowExecutionHistoryResponse.NextPageTokenFieldNumber << 3) | (uint)WireFormat.WireType.LengthDelimited;

    /// <inheritdoc/>
    public MessageDescriptor Descriptor => GetWorkflowExecutionHistoryResponse.Descriptor;

    /// <summary>The answer with its history apart from it.</summary>
    public static EncodedHistory Of(GetWorkflowExecutionHistoryResponse response) => new(response.History.ToByteString(), response.NextPageToken);

    /// <inheritdoc/>
    public int CalculateSize() => 1 + CodedOutputStream.ComputeBytesSize(history) + (nextPageToken.IsEmpty ? 0 : 1 + CodedOutputStream.ComputeBytesSize(nextPageToken));

    /// <inheritdoc/>
    public void InternalWriteTo(ref WriteContext ctx)
    {
        ctx.WriteTag(HistoryTag);
        ctx.WriteBytes(history);
        if (nextPageToken.IsEmpty) return;
        ctx.WriteTag(TokenTag);
        ctx.WriteBytes(nextPageToken);
    }

    /// <inheritdoc/>
    public void WriteTo(CodedOutputStream output) => output.WriteRawMessage(this);

    /// <inheritdoc/>
    public EncodedHistory Clone() => this;

    /// <inheritdoc/>
    public bool Equals(EncodedHistory? other) => other is not null && this.ToByteString().Equals(other.ToByteString());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EncodedHistory);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(history, nextPageToken);

    /// <inheritdoc/>
    public void MergeFrom(EncodedHistory message) => throw new NotSupportedException("An encoded answer is only sent.");

    /// <inheritdoc/>
    public void MergeFrom(CodedInputStream input) => throw new NotSupportedException("An encoded answer is only sent.");

    /// <inheritdoc/>
    public void InternalMergeFrom(ref ParseContext ctx) => throw new NotSupportedException("An encoded answer is only sent.");
}
