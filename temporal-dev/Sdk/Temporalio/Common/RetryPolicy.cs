using Google.Protobuf.WellKnownTypes;

namespace Temporalio.Common;

/// <summary>How often and when something that failed is tried again.</summary>
public record RetryPolicy
{
    /// <summary>Delay before the first retry. Default 1 second.</summary>
    public TimeSpan InitialInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Factor from one delay to the next, at least 1. Default 2.</summary>
    public float BackoffCoefficient { get; set; } = 2.0f;

    /// <summary>Longest delay; null (the default) lets the server take 100 initial intervals.</summary>
    public TimeSpan? MaximumInterval { get; set; }

    /// <summary>Attempts in all, the first included; 0 (the default) sets no limit.</summary>
    public int MaximumAttempts { get; set; }

    /// <summary>Error types that are never retried; null (the default) means none.</summary>
    public IReadOnlyCollection<string>? NonRetryableErrorTypes { get; set; }

    /// <summary>Reads a policy from the wire.</summary>
    internal static RetryPolicy FromProto(Api.Common.V1.RetryPolicy proto) => new()
    {
        InitialInterval = proto.InitialInterval?.ToTimeSpan() ?? TimeSpan.Zero,
        BackoffCoefficient = (float)proto.BackoffCoefficient,
        MaximumInterval = proto.MaximumInterval?.ToTimeSpan(),
        MaximumAttempts = proto.MaximumAttempts,
        NonRetryableErrorTypes = proto.NonRetryableErrorTypes.Count == 0 ? null : [.. proto.NonRetryableErrorTypes],
    };

    /// <summary>Writes the policy for the wire.</summary>
    internal Api.Common.V1.RetryPolicy ToProto()
    {
        var proto = new Api.Common.V1.RetryPolicy
        {
            InitialInterval = Duration.FromTimeSpan(InitialInterval),
            BackoffCoefficient = BackoffCoefficient,
            MaximumInterval = MaximumInterval is { } interval ? Duration.FromTimeSpan(interval) : null,
            MaximumAttempts = MaximumAttempts,
        };
        if (NonRetryableErrorTypes is { } types)
        {
            proto.NonRetryableErrorTypes.AddRange(types);
        }

        return proto;
    }
}
