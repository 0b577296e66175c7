using Google.Protobuf.Collections;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules.Specs;

/// <summary>The times that a structured calendar matches: all its fields together, in whole seconds of a zone, up to the year 2100.</summary>
internal sealed class CalendarTimes
{
    private readonly bool[] _seconds;
    private readonly bool[] _minutes;
    private readonly bool[] _hours;
    private readonly bool[] _days;
    private readonly bool[] _months;
    private readonly bool[] _weekdays;
    private readonly bool[]? _years;
    private readonly TimeZoneInfo _zone;

    public CalendarTimes(StructuredCalendarSpec calendar, TimeZoneInfo zone)
    {
        _zone = zone;
        _seconds = Marks(calendar.Second, CalendarField.Second);
        _minutes = Marks(calendar.Minute, CalendarField.Minute);
        _hours = Marks(calendar.Hour, CalendarField.Hour);
        _days = Marks(calendar.DayOfMonth, CalendarField.DayOfMonth);
        _months = Marks(calendar.Month, CalendarField.Month);
        _weekdays = Marks(calendar.DayOfWeek, CalendarField.DayOfWeek);
        _weekdays[0] |= _weekdays[7];
        _years = calendar.Year.Count == 0 ? null : Marks(calendar.Year, CalendarField.Year);
    }

    /// <summary>The first match behind an instant; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        // Some hours earlier, because where clocks were set back the local time repeats itself.
        var local = TimeZoneInfo.ConvertTime(after, _zone).DateTime.AddHours(-3);
        while (NextLocal(local) is { } next)
        {
            if (SpecZone.Instant(_zone, next, TakesFirst(next)) is { } instant && instant > after) return instant;
            local = next;
        }

        return null;
    }

    /// <summary>True if an instant matches.</summary>
    public bool Matches(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, _zone).DateTime;
        return MatchesDay(local) && _hours[local.Hour] && _minutes[local.Minute] && _seconds[local.Second];
    }

    // As measured on the real server: a repeated hour that is listed with the hour before it comes at its first time, alone at its second.
    private bool TakesFirst(DateTime local) => local.Hour > 0 && _hours[local.Hour - 1];

    private DateTime? NextLocal(DateTime after)
    {
        var from = after.AddTicks(-(after.Ticks % TimeSpan.TicksPerSecond)).AddSeconds(1);
        for (var day = from.Date; day.Year <= CalendarField.Year.Max; day = NextDay(day))
        {
            if (MatchesDay(day) && NextOfDay(day == from.Date ? from.TimeOfDay : TimeSpan.Zero) is { } time) return day + time;
        }

        return null;
    }

    private DateTime NextDay(DateTime day)
    {
        if (!MatchesYear(day.Year)) return new(day.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return _months[day.Month] ? day.AddDays(1) : new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1);
    }

    private TimeSpan? NextOfDay(TimeSpan from)
    {
        for (var hour = from.Hours; hour < _hours.Length; hour++)
        {
            if (!_hours[hour]) continue;
            for (var minute = hour == from.Hours ? from.Minutes : 0; minute < _minutes.Length; minute++)
            {
                if (!_minutes[minute]) continue;
                var second = Array.IndexOf(_seconds, true, hour == from.Hours && minute == from.Minutes ? from.Seconds : 0);
                if (second >= 0) return new TimeSpan(hour, minute, second);
            }
        }

        return null;
    }

    private bool MatchesDay(DateTime day) => MatchesYear(day.Year) && _months[day.Month] && _days[day.Day] && _weekdays[(int)day.DayOfWeek];

    private bool MatchesYear(int year) => year >= CalendarField.Year.Min && year <= CalendarField.Year.Max && (_years is null || _years[year]);

    private static bool[] Marks(RepeatedField<Temporalio.Api.Schedule.V1.Range> ranges, CalendarField field)
    {
        var marks = new bool[field.Max + 1];
        foreach (var range in ranges)
        {
            for (var value = range.Start; value <= range.End; value += range.Step) marks[value] = true;
        }

        return marks;
    }
}
