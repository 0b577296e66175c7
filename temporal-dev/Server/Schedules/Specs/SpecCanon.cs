using Gauntlet.Temporal.Server.Time;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules.Specs;

/// <summary>The one form in which specs are stored and shown: structured calendars and intervals, checked and completed.</summary>
internal static class SpecCanon
{
    /// <summary>Brings a spec into that form.</summary>
    /// <exception cref="Grpc.GrpcException">INVALID_ARGUMENT, saying what is wrong.</exception>
    public static ScheduleSpec Of(ScheduleSpec? given)
    {
        var spec = new ScheduleSpec
        {
            StartTime = given?.StartTime,
            EndTime = given?.EndTime,
            Jitter = given?.Jitter,
            TimezoneName = given?.TimezoneName ?? string.Empty,
        };
        if (given is null) return spec;
        spec.StructuredCalendar.AddRange(given.StructuredCalendar.Select(Completed));
        spec.StructuredCalendar.AddRange(given.Calendar.Select(Calendar));
        spec.ExcludeStructuredCalendar.AddRange(given.ExcludeStructuredCalendar.Select(Completed));
        spec.ExcludeStructuredCalendar.AddRange(given.ExcludeCalendar.Select(Calendar));
        foreach (var cron in given.CronString) CronText.AddTo(spec, cron);
        spec.Interval.InsertRange(given.Interval.Select(static interval => interval.Clone()));
        foreach (var interval in spec.Interval) Check(interval);
        SpecZone.Find(spec.TimezoneName);
        return spec;
    }

    /// <summary>A calendar in text as one in ranges.</summary>
    public static StructuredCalendarSpec Calendar(CalendarSpec calendar)
    {
        var structured = new StructuredCalendarSpec { Comment = calendar.Comment };
        SpecError.InAll(
            () => structured.Second.AddRange(CalendarField.Second.Parse(calendar.Second)),
            () => structured.Minute.AddRange(CalendarField.Minute.Parse(calendar.Minute)),
            () => structured.Hour.AddRange(CalendarField.Hour.Parse(calendar.Hour)),
            () => structured.DayOfWeek.AddRange(CalendarField.DayOfWeek.Parse(calendar.DayOfWeek)),
            () => structured.DayOfMonth.AddRange(CalendarField.DayOfMonth.Parse(calendar.DayOfMonth)),
            () => structured.Month.AddRange(CalendarField.Month.Parse(calendar.Month)),
            () => structured.Year.AddRange(CalendarField.Year.Parse(calendar.Year)));
        return structured;
    }

    private static StructuredCalendarSpec Completed(StructuredCalendarSpec calendar)
    {
        var structured = new StructuredCalendarSpec { Comment = calendar.Comment };
        structured.Second.AddRange(CalendarField.Second.Complete(calendar.Second));
        structured.Minute.AddRange(CalendarField.Minute.Complete(calendar.Minute));
        structured.Hour.AddRange(CalendarField.Hour.Complete(calendar.Hour));
        structured.DayOfMonth.AddRange(CalendarField.DayOfMonth.Complete(calendar.DayOfMonth));
        structured.Month.AddRange(CalendarField.Month.Complete(calendar.Month));
        structured.Year.AddRange(CalendarField.Year.Complete(calendar.Year));
        structured.DayOfWeek.AddRange(CalendarField.DayOfWeek.Complete(calendar.DayOfWeek));
        return structured;
    }

    private static void InsertRange(this Google.Protobuf.Collections.RepeatedField<IntervalSpec> intervals, IEnumerable<IntervalSpec> first)
    {
        var at = 0;
        foreach (var interval in first) intervals.Insert(at++, interval);
    }

    private static void Check(IntervalSpec interval)
    {
        var every = interval.Interval?.Saturated() ?? TimeSpan.Zero;
        var phase = interval.Phase?.Saturated() ?? TimeSpan.Zero;
        if (every < TimeSpan.FromSeconds(1)) throw SpecError.Of("interval is too small");
        if (phase < TimeSpan.Zero) throw SpecError.Of("phase is negative");
        if (phase >= every) throw SpecError.Of("phase cannot be greater than Interval");
    }
}
