using Temporalio.Common;
using Tag = System.Collections.Generic.KeyValuePair<string, object>;

namespace Temporalio.Worker.Metrics;

/// <summary>Metrics of a worker under the names that Temporal's SDK core gives them; tagged with namespace and task queue.</summary>
/// <param name="meter">Where values go.</param>
/// <param name="prefix">Prefix of every name.</param>
internal sealed class WorkerMetrics(MetricMeter meter, string prefix)
{
    /// <summary>Whether anybody listens.</summary>
    public bool IsOn { get; } = meter is not NoopMetricMeter;

    /// <summary>Makes a counter.</summary>
    /// <param name="name">Name without prefix.</param>
    /// <param name="description">What it counts.</param>
    /// <param name="tags">Tags of every value.</param>
    public MetricCounter<long> Counter(string name, string description, params ReadOnlySpan<Tag> tags) =>
        Tagged(tags).CreateCounter<long>(prefix + name, null, description);

    /// <summary>Makes a histogram of durations.</summary>
    /// <param name="name">Name without prefix.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="tags">Tags of every value.</param>
    public MetricHistogram<TimeSpan> Latency(string name, string description, params ReadOnlySpan<Tag> tags) =>
        Tagged(tags).CreateHistogram<TimeSpan>(prefix + name, "duration", description);

    /// <summary>Makes a gauge.</summary>
    /// <param name="name">Name without prefix.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="tags">Tags of every value.</param>
    public MetricGauge<long> Gauge(string name, string description, params ReadOnlySpan<Tag> tags) =>
        Tagged(tags).CreateGauge<long>(prefix + name, null, description);

    private MetricMeter Tagged(ReadOnlySpan<Tag> tags) => tags.IsEmpty ? meter : meter.WithTags(tags.ToArray());
}
