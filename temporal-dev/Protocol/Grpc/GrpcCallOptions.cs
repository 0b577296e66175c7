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
}
