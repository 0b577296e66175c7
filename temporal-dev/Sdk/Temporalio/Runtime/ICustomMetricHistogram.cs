namespace Temporalio.Runtime;

/// <summary>A histogram of a meter of your own.</summary>
/// <typeparam name="T">Type of its values.</typeparam>
public interface ICustomMetricHistogram<T> : ICustomMetric<T>
    where T : struct
{
    /// <summary>Records one value.</summary>
    /// <param name="value">Value, not negative.</param>
    /// <param name="tags">Tags, made by <see cref="ICustomMetricMeter.CreateTags"/>.</param>
    void Record(T value, object tags);
}
