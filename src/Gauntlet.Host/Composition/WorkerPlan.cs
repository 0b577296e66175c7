using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Running;

namespace Gauntlet.Host.Composition;

/// <summary>How a worker works.</summary>
/// <param name="Pace">Pace of paper trading where a request does not say.</param>
/// <param name="MaxConcurrentCompute">Compute activities at once.</param>
internal sealed record WorkerPlan(Pace Pace, int MaxConcurrentCompute)
{
    /// <summary>The plan of a call: its option, else the settings, else real time and one computation a processor.</summary>
    public static WorkerPlan Of(Invocation invocation, Pace? asked)
    {
        var settings = invocation.Settings.Worker;
        var pace = asked ?? (settings.Pace is { } text && Pace.TryParse(text, out var configured) ? configured : new(1, Skip: false));
        return new(pace, settings.MaxConcurrentCompute ?? Environment.ProcessorCount);
    }
}
