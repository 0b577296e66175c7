using System.Security.Cryptography;

namespace Gauntlet.Temporal.Grpc;

/// <summary>When and how often a failed call is tried again: exponential backoff with jitter, bounded in count and in time.</summary>
public sealed record GrpcRetryPolicy
{
    /// <summary>Delay before the first retry. Default 100 ms; above zero.</summary>
    public TimeSpan InitialInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Half-width of the jitter as a fraction of the delay. Default 0.2; from 0 to 1.</summary>
    public double RandomizationFactor { get; init; } = 0.2;

    /// <summary>Growth of the delay from one retry to the next. Default 1.7; at least 1.</summary>
    public double Multiplier { get; init; } = 1.7;

    /// <summary>Largest delay. Default 5 s.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time from the first try after which no retry is begun; null for no limit. Default 10 s.</summary>
    public TimeSpan? MaxElapsedTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Retries after the first try; 0 for none. Default 10.</summary>
    public int MaxRetries { get; init; } = 10;

    /// <summary>Whether a status is worth another try; default: those that Temporal's SDKs retry.</summary>
    public Func<GrpcException, bool> IsRetryable { get; init; } = static error => error.Code
        is GrpcStatusCode.DataLoss or GrpcStatusCode.Internal or GrpcStatusCode.Unknown or GrpcStatusCode.ResourceExhausted
        or GrpcStatusCode.Aborted or GrpcStatusCode.OutOfRange or GrpcStatusCode.Unavailable;

    /// <summary>Delay before a retry.</summary>
    /// <param name="retry">Number of the retry, from 1.</param>
    internal TimeSpan DelayBefore(int retry)
    {
        var plain = Math.Min(InitialInterval.TotalMilliseconds * Math.Pow(Multiplier, retry - 1), MaxInterval.TotalMilliseconds);
        var unit = RandomNumberGenerator.GetInt32(0, 1 << 20) / (double)(1 << 20);
        return TimeSpan.FromMilliseconds(plain * (1 + (RandomizationFactor * ((2 * unit) - 1))));
    }
}
