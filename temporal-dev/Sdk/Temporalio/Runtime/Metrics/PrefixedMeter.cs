using Temporalio.Common;

namespace Temporalio.Runtime.Metrics;

/// <summary>Puts a prefix before the name of every metric: the SDK's own have one, those of user code have none.</summary>
internal sealed class PrefixedMeter(MetricMeter inner, string prefix) : MetricMeter
{
    public override MetricCounter<T> CreateCounter<T>(string name, string? unit = null, string? description = null) =>
        inner.CreateCounter<T>(prefix + name, unit, description);

    public override MetricHistogram<T> CreateHistogram<T>(string name, string? unit = null, string? description = null) =>
        inner.CreateHistogram<T>(prefix + name, unit, description);

    public override MetricGauge<T> CreateGauge<T>(string name, string? unit = null, string? description = null) =>
        inner.CreateGauge<T>(prefix + name, unit, description);

    public override MetricMeter WithTags(IEnumerable<KeyValuePair<string, object>> tags) => new PrefixedMeter(inner.WithTags(tags), prefix);
}
