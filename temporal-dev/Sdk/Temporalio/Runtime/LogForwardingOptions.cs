using Microsoft.Extensions.Logging;

namespace Temporalio.Runtime;

/// <summary>Where a runtime's own log lines go. <see cref="Logger"/> is required.</summary>
public class LogForwardingOptions : ICloneable
{
    /// <summary>Creates options without a logger.</summary>
    public LogForwardingOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="logger">Logger to write to.</param>
    public LogForwardingOptions(ILogger logger) => Logger = logger;

    /// <summary>Logger to write to. Required.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>Whether a line's fields are part of its text. Default true.</summary>
    public bool IncludeFields { get; set; } = true;

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
