namespace Temporalio.Runtime;

/// <summary>Where metrics go.</summary>
public class MetricsOptions : ICloneable
{
    /// <summary>Meter of your own to send them to. Default null: none.</summary>
    public ICustomMetricMeter? CustomMetricMeter { get; set; }

    /// <summary>How values reach <see cref="CustomMetricMeter"/>. Default null: the defaults.</summary>
    public CustomMetricMeterOptions? CustomMetricMeterOptions { get; set; }

    /// <summary>Whether every metric has the tag <c>service_name</c> = <c>temporal-core-sdk</c>. Default true.</summary>
    public bool AttachServiceName { get; set; } = true;

    /// <summary>Tags of every metric. Default null: none.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? GlobalTags { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (MetricsOptions)MemberwiseClone();
        copy.CustomMetricMeterOptions = (CustomMetricMeterOptions?)CustomMetricMeterOptions?.Clone();
        return copy;
    }
}
