namespace Temporalio.Runtime;

/// <summary>What a runtime logs of itself, and where.</summary>
public class LoggingOptions : ICloneable
{
    /// <summary>Creates default options.</summary>
    public LoggingOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="filter">Which lines are written.</param>
    public LoggingOptions(TelemetryFilterOptions filter) => Filter = filter;

    /// <summary>Which lines are written. Default warnings of the SDK, errors of all else.</summary>
    public TelemetryFilterOptions Filter { get; set; } = new();

    /// <summary>Logger to write to. Default null: standard error.</summary>
    public LogForwardingOptions? Forwarding { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (LoggingOptions)MemberwiseClone();
        copy.Filter = (TelemetryFilterOptions)Filter.Clone();
        copy.Forwarding = (LogForwardingOptions?)Forwarding?.Clone();
        return copy;
    }
}
