namespace Temporalio.Runtime;

/// <summary>Which of a runtime's own log lines are written.</summary>
public class TelemetryFilterOptions : ICloneable
{
    /// <summary>Creates a filter.</summary>
    /// <param name="filterString">Level, or <c>target=level</c>, several by commas; the longest target that fits decides.</param>
    public TelemetryFilterOptions(string filterString) => FilterString = filterString;

    /// <summary>Creates a filter.</summary>
    /// <param name="core">Level of the SDK's own lines.</param>
    /// <param name="other">Level of all others.</param>
    public TelemetryFilterOptions(Level core = Level.Warn, Level other = Level.Error) =>
        FilterString = string.Join(',', RuntimeLogTargets.All.Select(target => $"{target}={Name(core)}").Prepend(Name(other)));

    /// <summary>Levels, the most talkative first.</summary>
    public enum Level
    {
        /// <summary>Every step.</summary>
        Trace = 0,

        /// <summary>For the hunt for errors.</summary>
        Debug = 1,

        /// <summary>What happens.</summary>
        Info = 2,

        /// <summary>What may be wrong.</summary>
        Warn = 3,

        /// <summary>What is wrong.</summary>
        Error = 4,
    }

    /// <summary>The filter: a level, or <c>target=level</c>, several by commas. Null writes errors only.</summary>
    public string? FilterString { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();

    private static string Name(Level level) => level.ToString().ToUpperInvariant();
}
