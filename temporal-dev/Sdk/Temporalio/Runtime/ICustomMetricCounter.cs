namespace Temporalio.Runtime;

/// <summary>A counter of a meter of your own.</summary>
/// <typeparam name="T">Type of its values.</typeparam>
public interface ICustomMetricCounter<T> : ICustomMetric<T>
    where T : struct
{
    /// <summary>Adds to the sum.</summary>
    /// <param name="value">Value, not negative.</param>
    /// <param name="tags">Tags, made by <see cref="ICustomMetricMeter.CreateTags"/>.</param>
    void Add(T value, object tags);
}
