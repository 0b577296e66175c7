using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;

namespace Gauntlet.Temporal.Grpc;

/// <summary>The one length-prefixed message that a unary call carries each way: a compression flag, four bytes of length, the message.</summary>
public static class GrpcFrame
{
    /// <summary>Bytes before the message.</summary>
    public const int PrefixLength = 5;

    private const int SmallestToCompress = 1024;

    /// <summary>A message as bytes to send.</summary>
    /// <param name="message">Any message.</param>
    /// <param name="gzip">Compress it if it has a kilobyte or more.</param>
    public static byte[] Write(IMessage message, bool gzip = false)
    {
        var size = message.CalculateSize();
        if (gzip && size >= SmallestToCompress) return WriteCompressed(message);
        var frame = new byte[PrefixLength + size];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), size);
        message.WriteTo(frame.AsSpan(PrefixLength));
        return frame;
    }

    /// <summary>Reads the message of a unary stream to its end.</summary>
    /// <typeparam name="TMessage">Message type.</typeparam>
    /// <param name="stream">Body of a request or an answer.</param>
    /// <param name="encoding">Compression named in the headers; null for none.</param>
    /// <param name="limit">Largest message to accept, in bytes before decompression.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message; null when the stream is empty.</returns>
    /// <exception cref="GrpcException">A broken frame, an unknown compression, or a message over the limit.</exception>
    public static Task<TMessage?> ReadAsync<TMessage>(Stream stream, string? encoding, int limit, CancellationToken cancellationToken)
        where TMessage : class, IMessage<TMessage>, new() =>
        ReadAsync(stream, new MessageParser<TMessage>(() => new TMessage()), encoding, limit, cancellationToken);

    /// <summary>Reads the message of a unary stream to its end.</summary>
    /// <typeparam name="TMessage">Message type.</typeparam>
    /// <param name="stream">Body of a request or an answer.</param>
    /// <param name="parser">Parser of the message.</param>
    /// <param name="encoding">Compression named in the headers; null for none.</param>
    /// <param name="limit">Largest message to accept, in bytes before decompression.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message; null when the stream is empty.</returns>
    /// <exception cref="GrpcException">A broken frame, an unknown compression, or a message over the limit.</exception>
    public static async Task<TMessage?> ReadAsync<TMessage>(Stream stream, MessageParser<TMessage> parser, string? encoding, int limit, CancellationToken cancellationToken)
        where TMessage : IMessage<TMessage>
    {
        var prefix = new byte[PrefixLength];
        var got = await stream.ReadAtLeastAsync(prefix, PrefixLength, throwOnEndOfStream: false, cancellationToken);
        if (got == 0) return default;
        if (got < PrefixLength) throw new GrpcException(GrpcStatusCode.Internal, "The stream ends inside the prefix of a message.");

        var compressed = prefix[0] == 1;
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (length > limit) throw new GrpcException(GrpcStatusCode.ResourceExhausted, $"grpc: received message larger than max ({length} vs. {limit})");
        var body = new byte[length];
        if (await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken) < body.Length)
            throw new GrpcException(GrpcStatusCode.Internal, "The stream ends inside a message.");
        if (await stream.ReadAsync(prefix, cancellationToken) != 0) throw new GrpcException(GrpcStatusCode.Internal, "More than one message in a unary call.");

        try
        {
            return parser.ParseFrom(compressed ? Decompress(body, encoding, limit) : body);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"The message is not a {typeof(TMessage).Name}: {error.Message}", inner: error);
        }
    }

    private static byte[] WriteCompressed(IMessage message)
    {
        using var target = new MemoryStream();
        target.Write(stackalloc byte[PrefixLength]);
        using (var compressor = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true)) message.WriteTo(compressor);
        var frame = target.ToArray();
        frame[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - PrefixLength);
        return frame;
    }

    private static byte[] Decompress(byte[] body, string? encoding, int limit)
    {
        if (encoding != "gzip") throw new GrpcException(GrpcStatusCode.Unimplemented, $"Compression \"{encoding}\" is not supported; send gzip or identity.");
        using var source = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var target = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            // A small frame may unfold to any size.
            if (target.Length + read > limit) throw new GrpcException(GrpcStatusCode.ResourceExhausted, $"grpc: received message larger than max ({limit}) after decompression");
            target.Write(buffer, 0, read);
        }

        return target.ToArray();
    }
}
