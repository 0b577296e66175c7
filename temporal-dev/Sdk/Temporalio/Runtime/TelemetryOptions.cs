namespace Temporalio.Runtime;

/// <summary>What a runtime tells about itself.</summary>
public class TelemetryOptions : ICloneable
{
    /// <summary>Log lines; null for none. Default warnings on standard error.</summary>
    public LoggingOptions? Logging { get; set; } = new();

    /// <summary>Metrics. Default null: none.</summary>
    public MetricsOptions? Metrics { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (TelemetryOptions)MemberwiseClone();
        copy.Logging = (LoggingOptions?)Logging?.Clone();
        copy.Metrics = (MetricsOptions?)Metrics?.Clone();
        return copy;
    }
}
