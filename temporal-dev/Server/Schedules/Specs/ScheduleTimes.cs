using System.Text;
using Gauntlet.Temporal.Server.Time;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules.Specs;

/// <summary>One time of a schedule.</summary>
/// <param name="Nominal">As the spec says; ids and attributes carry it.</param>
/// <param name="Actual">When to act: the nominal time, later by the jitter.</param>
internal readonly record struct ScheduleTime(DateTimeOffset Nominal, DateTimeOffset Actual);

/// <summary>The times of a schedule: its calendars and intervals together, without the excluded ones, between start and end.</summary>
/// <param name="spec">In canonical form.</param>
/// <param name="seed">Tells the jitter of one schedule from that of another.</param>
internal sealed class ScheduleTimes(ScheduleSpec spec, string seed)
{
    private readonly List<CalendarTimes> _calendars = [.. spec.StructuredCalendar.Select(c => new CalendarTimes(c, SpecZone.Find(spec.TimezoneName)))];
    private readonly List<CalendarTimes> _excluded = [.. spec.ExcludeStructuredCalendar.Select(c => new CalendarTimes(c, SpecZone.Find(spec.TimezoneName)))];
    private readonly DateTimeOffset _start = spec.StartTime?.Instant() ?? DateTimeOffset.UnixEpoch;
    private readonly DateTimeOffset _end = spec.EndTime?.Instant() ?? new(CalendarField.Year.Max, 12, 31, 0, 0, 0, TimeSpan.Zero);
    private readonly TimeSpan _jitter = spec.Jitter?.Saturated() ?? TimeSpan.Zero;

    /// <summary>The first time whose nominal time lies behind an instant; null when there is none.</summary>
    public ScheduleTime? Next(DateTimeOffset after)
    {
        if (Nominal(after) is not { } nominal) return null;
        if (_jitter <= TimeSpan.Zero) return new(nominal, nominal);
        // Never past the next one, so that the order stays.
        var room = Nominal(nominal) is { } next && next - nominal < _jitter ? next - nominal : _jitter;
        return new(nominal, nominal + TimeSpan.FromSeconds(Math.Floor(Share(nominal) * room.TotalSeconds)));
    }

    /// <summary>All times behind one instant up to another, at most so many.</summary>
    public IEnumerable<ScheduleTime> Between(DateTimeOffset after, DateTimeOffset upTo, int maximum)
    {
        for (var next = Next(after); next is { } time && time.Nominal <= upTo && maximum-- > 0; next = Next(time.Nominal)) yield return time;
    }

    private DateTimeOffset? Nominal(DateTimeOffset after)
    {
        // The start itself is a time of the schedule.
        if (after < _start) after = _start.AddTicks(-1);
        DateTimeOffset? found;
        do
        {
            found = null;
            foreach (var candidate in _calendars.Select(c => c.Next(after)).Concat(spec.Interval.Select(i => (DateTimeOffset?)Next(i, after))))
            {
                if (candidate is { } time && (found is null || time < found)) found = time;
            }

            if (found is null || found > _end) return null;
            after = found.Value;
        }
        while (_excluded.Exists(e => e.Matches(found.Value)));
        return found;
    }

    private static DateTimeOffset Next(IntervalSpec interval, DateTimeOffset after)
    {
        var every = interval.Interval.Saturated().Ticks;
        var phase = interval.Phase?.Saturated().Ticks ?? 0;
        // Before the epoch there is nothing to align to.
        var since = Math.Max(-every, (after - DateTimeOffset.UnixEpoch).Ticks - phase);
        if (since < 0) return DateTimeOffset.UnixEpoch.AddTicks(phase);
        return DateTimeOffset.UnixEpoch.AddTicks(((since / every) * every) + every + phase);
    }

    // A number in [0, 1) that depends on nothing but the schedule and the time.
    private double Share(DateTimeOffset nominal)
    {
        var hash = Fnv1a(Encoding.UTF8.GetBytes($"{seed}-{nominal.ToUnixTimeSeconds()}"));
        return (hash >> 11) / (double)(1UL << 53);
    }

    // Fowler, Noll and Vo, FNV-1a with 64 bits, then one round of mixing, because its upper bits vary little on short texts.
    private static ulong Fnv1a(byte[] bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes) hash = (hash ^ b) * 1099511628211UL;
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }
}
