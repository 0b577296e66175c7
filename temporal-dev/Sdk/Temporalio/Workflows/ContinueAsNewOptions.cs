using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>What a continued run has that differs; everything unset stays as it is.</summary>
public class ContinueAsNewOptions : ICloneable
{
    /// <summary>Task queue. Default null: the same.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Longest time of the run. Default null: the same.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Longest time of one workflow task. Default null: the same.</summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>Wait before the first task of the next run. Default null: none.</summary>
    public TimeSpan? BackoffStartInterval { get; set; }

    /// <summary>Retry policy. Default null: the same.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Memo. Default null: the same.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Search attributes. Default null: the same.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>Worker version of the next run. Default null: not said.</summary>
    public InitialVersioningBehavior? InitialVersioningBehavior { get; set; }

    /// <summary>A shallow copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
