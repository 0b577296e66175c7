namespace Gauntlet.Domain.Markets;

/// <summary>The length of a bar in words.</summary>
internal static class IntervalText
{
    /// <returns>Such as <c>1 d</c>, <c>4 h</c> or <c>15 min</c>; what is none of these as a time span.</returns>
    public static string Of(TimeSpan interval) => interval switch
    {
        { Ticks: > 0 } when interval.Ticks % TimeSpan.TicksPerDay == 0 => $"{interval.TotalDays} d",
        { Ticks: > 0 } when interval.Ticks % TimeSpan.TicksPerHour == 0 => $"{interval.TotalHours} h",
        { Ticks: > 0 } when interval.Ticks % TimeSpan.TicksPerMinute == 0 => $"{interval.TotalMinutes} min",
        _ => $"{interval}",
    };
}
