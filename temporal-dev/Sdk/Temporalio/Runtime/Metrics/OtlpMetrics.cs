using System.Globalization;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Metrics.V1;
using Temporalio.Client;

namespace Temporalio.Runtime.Metrics;

/// <summary>Metrics as OpenTelemetry collectors take them.</summary>
/// <remarks>OTLP 1.x (opentelemetry.io/docs/specs/otlp), data points by opentelemetry/proto/metrics/v1.</remarks>
internal static class OtlpMetrics
{
    /// <summary>Builds an export.</summary>
    /// <param name="store">Metrics.</param>
    /// <param name="temporality">What sums tell; deltas begin anew.</param>
    /// <param name="since">Begin of the sums, in UTC.</param>
    /// <param name="now">End of the sums, in UTC.</param>
    public static ExportMetricsServiceRequest Export(
        MetricStore store, OpenTelemetryMetricTemporality temporality, DateTimeOffset since, DateTimeOffset now)
    {
        var span = new Span(Nanoseconds(since), Nanoseconds(now), temporality == OpenTelemetryMetricTemporality.Delta);
        var scope = new ScopeMetrics { Scope = new() { Name = "temporal-core-sdk", Version = RpcHeaders.ClientVersion } };
        scope.Metrics.AddRange(store.Metrics.Select(metric => Of(metric, span)));
        var resource = new ResourceMetrics { Resource = new() };
        resource.Resource.Attributes.Add(Attribute("service.name", "temporal-core-sdk"));
        resource.ScopeMetrics.Add(scope);
        var request = new ExportMetricsServiceRequest();
        request.ResourceMetrics.Add(resource);
        return request;
    }

    private static Metric Of(StoredMetric stored, Span span)
    {
        var metric = new Metric { Name = stored.Name, Unit = stored.Unit ?? string.Empty, Description = stored.Description ?? string.Empty };
        var temporality = span.IsDelta ? AggregationTemporality.Delta : AggregationTemporality.Cumulative;
        switch (stored.Kind)
        {
            case MetricKind.Counter:
                metric.Sum = new() { IsMonotonic = true, AggregationTemporality = temporality };
                metric.Sum.DataPoints.AddRange(stored.Series.Select(series => Number(stored, series, span)));
                break;
            case MetricKind.Gauge:
                metric.Gauge = new();
                metric.Gauge.DataPoints.AddRange(stored.Series.Select(series => Number(stored, series, span)));
                break;
            default:
                metric.Histogram = new() { AggregationTemporality = temporality };
                metric.Histogram.DataPoints.AddRange(stored.Series.Select(series => Histogram(stored, series, span)));
                break;
        }

        return metric;
    }

    private static NumberDataPoint Number(StoredMetric metric, KeyValuePair<MetricTags, MetricSeries> series, Span span)
    {
        var point = series.Value.Read(span.IsDelta);
        var number = new NumberDataPoint { StartTimeUnixNano = span.Since, TimeUnixNano = span.Now };
        if (metric.IsInteger)
        {
            number.AsInt = (long)point.Value;
        }
        else
        {
            number.AsDouble = point.Value;
        }

        number.Attributes.AddRange(series.Key.All.Select(tag => Attribute(tag.Key, tag.Value)));
        return number;
    }

    private static HistogramDataPoint Histogram(StoredMetric metric, KeyValuePair<MetricTags, MetricSeries> series, Span span)
    {
        var point = series.Value.Read(span.IsDelta);
        var histogram = new HistogramDataPoint { StartTimeUnixNano = span.Since, TimeUnixNano = span.Now, Count = point.Count, Sum = point.Value };
        histogram.BucketCounts.AddRange(point.Buckets);
        histogram.ExplicitBounds.AddRange(metric.Bounds);
        histogram.Attributes.AddRange(series.Key.All.Select(tag => Attribute(tag.Key, tag.Value)));
        return histogram;
    }

    private static KeyValue Attribute(string name, object value) => new()
    {
        Key = name,
        Value = value switch
        {
            bool flag => new() { BoolValue = flag },
            long or int or short or byte => new() { IntValue = Convert.ToInt64(value, CultureInfo.InvariantCulture) },
            double or float => new() { DoubleValue = Convert.ToDouble(value, CultureInfo.InvariantCulture) },
            _ => new() { StringValue = Convert.ToString(value, CultureInfo.InvariantCulture) },
        },
    };

    private static ulong Nanoseconds(DateTimeOffset time) => (ulong)(time - DateTimeOffset.UnixEpoch).Ticks * 100;

    private readonly record struct Span(ulong Since, ulong Now, bool IsDelta);
}
