namespace Temporalio.Runtime.Metrics;

/// <summary>What one metric has seen under one set of tags. Safe for any number of threads.</summary>
/// <param name="kind">Kind of the metric.</param>
/// <param name="bounds">Upper bounds of a histogram; empty for others.</param>
internal sealed class MetricSeries(MetricKind kind, double[] bounds)
{
    private readonly Lock _lock = new();
    private readonly ulong[] _buckets = kind == MetricKind.Histogram ? new ulong[bounds.Length + 1] : [];
    private double _sum;
    private ulong _count;

    /// <summary>Takes a value.</summary>
    public void Record(double value)
    {
        lock (_lock)
        {
            _count++;
            _sum = kind == MetricKind.Gauge ? value : _sum + value;
            if (kind == MetricKind.Histogram)
            {
                _buckets[BucketOf(value)]++;
            }
        }
    }

    /// <summary>What was seen.</summary>
    /// <param name="reset">Whether sums begin anew; the last value of a gauge stays.</param>
    public MetricPoint Read(bool reset = false)
    {
        lock (_lock)
        {
            var point = new MetricPoint(_sum, _count, [.. _buckets]);
            if (reset && kind != MetricKind.Gauge)
            {
                _sum = 0;
                _count = 0;
                Array.Clear(_buckets);
            }

            return point;
        }
    }

    // A value on a bound belongs below it.
    private int BucketOf(double value)
    {
        var index = Array.BinarySearch(bounds, value);
        return index < 0 ? ~index : index;
    }
}
