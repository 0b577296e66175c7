namespace Gauntlet.Temporal.Grpc;

/// <summary>What one call adds to its channel's settings.</summary>
public sealed record GrpcCallOptions
{
    /// <summary>Text headers; names in lower case. Default none.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Binary headers; names in lower case and ending in <c>-bin</c>. Default none.</summary>
    public IReadOnlyDictionary<string, byte[]>? BinaryMetadata { get; init; }

    /// <summary>Time for each try, told to the server as well. Default null: no deadline.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Retries. Default null: none.</summary>
    public GrpcRetryPolicy? Retry { get; init; }

    /// <summary>Is told of the end of each try: its number from 1, how long it took, and its error, null if it has none. Default null. It must not throw.</summary>
    public Action<int, TimeSpan, GrpcException?>? TryEnded { get; init; }
}
