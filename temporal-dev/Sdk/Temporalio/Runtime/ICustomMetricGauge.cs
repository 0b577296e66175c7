namespace Temporalio.Runtime;

/// <summary>A gauge of a meter of your own.</summary>
/// <typeparam name="T">Type of its values.</typeparam>
public interface ICustomMetricGauge<T> : ICustomMetric<T>
    where T : struct
{
    /// <summary>Sets the value.</summary>
    /// <param name="value">Value, not negative.</param>
    /// <param name="tags">Tags, made by <see cref="ICustomMetricMeter.CreateTags"/>.</param>
    void Set(T value, object tags);
}
