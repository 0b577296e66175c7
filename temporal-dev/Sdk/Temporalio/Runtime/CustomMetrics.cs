using System.Globalization;
using Temporalio.Common;

namespace Temporalio.Runtime;

/// <summary>Sends metrics of user code to a meter of the user's own.</summary>
internal static class CustomMetrics
{
    /// <summary>Makes the meter of a runtime.</summary>
    public static MetricMeter CreateMeter(
        ICustomMetricMeter meter, MetricsOptions options, CustomMetricMeterOptions.DurationFormat format)
    {
        var tags = new List<KeyValuePair<string, object>>();
        if (options.AttachServiceName)
        {
            tags.Add(new("service_name", "temporal-core-sdk"));
        }

        tags.AddRange((options.GlobalTags ?? []).Select(tag => new KeyValuePair<string, object>(tag.Key, tag.Value)));
        return new Meter(meter, format, meter.CreateTags(null, tags));
    }

    private sealed class Meter(
        ICustomMetricMeter meter, CustomMetricMeterOptions.DurationFormat format, object own) : MetricMeter
    {
        public override MetricCounter<T> CreateCounter<T>(string name, string? unit = null, string? description = null) =>
            new Counter<T>(meter, meter.CreateCounter<long>(name, unit, description), own, name, unit, description);

        public override MetricHistogram<T> CreateHistogram<T>(
            string name, string? unit = null, string? description = null) =>
            new Histogram<T>(meter, HistogramRecorder<T>(name, unit, description), own, name, unit, description);

        public override MetricGauge<T> CreateGauge<T>(string name, string? unit = null, string? description = null) =>
            new Gauge<T>(meter, GaugeSetter<T>(name, unit, description), own, name, unit, description);

        public override MetricMeter WithTags(IEnumerable<KeyValuePair<string, object>> tags) =>
            new Meter(meter, format, meter.CreateTags(own, [.. tags]));

        private Action<object, object> HistogramRecorder<T>(string name, string? unit, string? description)
            where T : struct
        {
            if (typeof(T) == typeof(TimeSpan))
            {
                return DurationRecorder(name, description);
            }

            if (IsFloating<T>())
            {
                var doubles = meter.CreateHistogram<double>(name, unit, description);
                return (value, to) => doubles.Record(ToDouble(value), to);
            }

            var longs = meter.CreateHistogram<long>(name, unit, description);
            return (value, to) => longs.Record(ToLong(value), to);
        }

        private Action<object, object> DurationRecorder(string name, string? description)
        {
            switch (format)
            {
                case CustomMetricMeterOptions.DurationFormat.FloatSeconds:
                    var seconds = meter.CreateHistogram<double>(name, "s", description);
                    return (value, to) => seconds.Record(((TimeSpan)value).TotalSeconds, to);
                case CustomMetricMeterOptions.DurationFormat.TimeSpan:
                    var spans = meter.CreateHistogram<TimeSpan>(name, "duration", description);
                    return (value, to) => spans.Record((TimeSpan)value, to);
                default:
                    var milliseconds = meter.CreateHistogram<long>(name, "ms", description);
                    return (value, to) => milliseconds.Record((long)((TimeSpan)value).TotalMilliseconds, to);
            }
        }

        private Action<object, object> GaugeSetter<T>(string name, string? unit, string? description)
            where T : struct
        {
            if (IsFloating<T>())
            {
                var doubles = meter.CreateGauge<double>(name, unit, description);
                return (value, to) => doubles.Set(ToDouble(value), to);
            }

            var longs = meter.CreateGauge<long>(name, unit, description);
            return (value, to) => longs.Set(ToLong(value), to);
        }

        private static bool IsFloating<T>() => typeof(T) == typeof(double) || typeof(T) == typeof(float);

        private static double ToDouble(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
    }

    private sealed class Counter<T>(
        ICustomMetricMeter meter, ICustomMetricCounter<long> counter, object own, string name, string? unit, string? description)
        : MetricCounter<T>(name, unit, description)
        where T : struct
    {
        public override void Add(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null)
        {
            MetricValues.CheckCounter(value);
            counter.Add(ToLong(value), Append(meter, own, extraTags));
        }

        public override MetricCounter<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags) =>
            new Counter<T>(meter, counter, Append(meter, own, tags), Name, Unit, Description);
    }

    private sealed class Histogram<T>(
        ICustomMetricMeter meter, Action<object, object> record, object own, string name, string? unit, string? description)
        : MetricHistogram<T>(name, unit, description)
        where T : struct
    {
        public override void Record(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null)
        {
            MetricValues.CheckHistogram(value);
            record(value, Append(meter, own, extraTags));
        }

        public override MetricHistogram<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags) =>
            new Histogram<T>(meter, record, Append(meter, own, tags), Name, Unit, Description);
    }

    private sealed class Gauge<T>(
        ICustomMetricMeter meter, Action<object, object> set, object own, string name, string? unit, string? description)
        : MetricGauge<T>(name, unit, description)
        where T : struct
    {
        public override void Set(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null)
        {
            MetricValues.CheckGauge(value);
            set(value, Append(meter, own, extraTags));
        }

        public override MetricGauge<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags) =>
            new Gauge<T>(meter, set, Append(meter, own, tags), Name, Unit, Description);
    }

    private static long ToLong(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static object Append(
        ICustomMetricMeter meter, object own, IEnumerable<KeyValuePair<string, object>>? more) =>
        more is null ? own : meter.CreateTags(own, [.. more]);
}
