namespace Temporalio.Client;

/// <summary>How calls that failed for a passing reason are tried again.</summary>
public class RpcRetryOptions : ICloneable
{
    /// <summary>Delay before the first retry. Default 100 ms.</summary>
    public TimeSpan InitialInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Half-width of the jitter as a fraction of the delay. Default 0.2.</summary>
    public float RandomizationFactor { get; set; } = 0.2f;

    /// <summary>Factor from one delay to the next. Default 1.5.</summary>
    public float Multiplier { get; set; } = 1.5f;

    /// <summary>Longest delay. Default 5 s.</summary>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time from the first try after which there is no other; null for no limit. Default 10 s.</summary>
    public TimeSpan? MaxElapsedTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Retries after the first try. Default 10.</summary>
    public int MaxRetries { get; set; } = 10;

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
