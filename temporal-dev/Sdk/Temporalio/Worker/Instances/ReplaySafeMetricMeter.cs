using Temporalio.Common;
using Tags = System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, object>>;

namespace Temporalio.Worker.Instances;

/// <summary>A meter that is silent while history is read again.</summary>
/// <param name="inner">Where values go.</param>
/// <param name="instance">The run.</param>
internal sealed class ReplaySafeMetricMeter(MetricMeter inner, WorkflowInstance instance) : MetricMeter
{
    /// <inheritdoc/>
    public override MetricCounter<T> CreateCounter<T>(string name, string? unit = null, string? description = null) =>
        new Counter<T>(inner.CreateCounter<T>(name, unit, description), instance);

    /// <inheritdoc/>
    public override MetricHistogram<T> CreateHistogram<T>(string name, string? unit = null, string? description = null) =>
        new Histogram<T>(inner.CreateHistogram<T>(name, unit, description), instance);

    /// <inheritdoc/>
    public override MetricGauge<T> CreateGauge<T>(string name, string? unit = null, string? description = null) =>
        new Gauge<T>(inner.CreateGauge<T>(name, unit, description), instance);

    /// <inheritdoc/>
    public override MetricMeter WithTags(Tags tags) => new ReplaySafeMetricMeter(inner.WithTags(tags), instance);

    private sealed class Counter<T>(MetricCounter<T> inner, WorkflowInstance instance)
        : MetricCounter<T>(inner.Name, inner.Unit, inner.Description)
        where T : struct
    {
        public override void Add(T value, Tags? extraTags = null)
        {
            if (!instance.IsReplayingHistoryEvents)
            {
                Unwatched(() => inner.Add(value, extraTags));
            }
        }

        public override MetricCounter<T> WithTags(Tags tags) => new Counter<T>(inner.WithTags(tags), instance);
    }

    private sealed class Histogram<T>(MetricHistogram<T> inner, WorkflowInstance instance)
        : MetricHistogram<T>(inner.Name, inner.Unit, inner.Description)
        where T : struct
    {
        public override void Record(T value, Tags? extraTags = null)
        {
            if (!instance.IsReplayingHistoryEvents)
            {
                Unwatched(() => inner.Record(value, extraTags));
            }
        }

        public override MetricHistogram<T> WithTags(Tags tags) => new Histogram<T>(inner.WithTags(tags), instance);
    }

    private sealed class Gauge<T>(MetricGauge<T> inner, WorkflowInstance instance)
        : MetricGauge<T>(inner.Name, inner.Unit, inner.Description)
        where T : struct
    {
        public override void Set(T value, Tags? extraTags = null)
        {
            if (!instance.IsReplayingHistoryEvents)
            {
                Unwatched(() => inner.Set(value, extraTags));
            }
        }

        public override MetricGauge<T> WithTags(Tags tags) => new Gauge<T>(inner.WithTags(tags), instance);
    }

    // Where values go is not the workflow's business.
    private static void Unwatched(Action tell) => SchedulerWatch.Unwatched(() =>
    {
        tell();
        return true;
    });
}
