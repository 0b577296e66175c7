namespace Temporalio.Runtime;

/// <summary>How values reach a meter of your own.</summary>
public class CustomMetricMeterOptions : ICloneable
{
    /// <summary>Form of durations.</summary>
    public enum DurationFormat
    {
        /// <summary>Whole milliseconds as <see cref="long"/>, unit <c>ms</c>.</summary>
        IntegerMilliseconds = 0,

        /// <summary>Seconds as <see cref="double"/>, unit <c>s</c>.</summary>
        FloatSeconds = 1,

        /// <summary><see cref="System.TimeSpan"/>, unit <c>duration</c>.</summary>
        TimeSpan = 2,
    }

    /// <summary>Form in which histograms of durations get them. Default whole milliseconds.</summary>
    public DurationFormat HistogramDurationFormat { get; set; } = DurationFormat.IntegerMilliseconds;

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
