using Temporalio.Common;

namespace Temporalio.Client.Schedules;

/// <summary>What a schedule becomes.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="TypedSearchAttributes">Search attributes; null keeps them, empty removes them.</param>
public record ScheduleUpdate(Schedule Schedule, SearchAttributeCollection? TypedSearchAttributes = null);
