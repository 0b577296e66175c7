using System.Globalization;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules.Specs;

/// <summary>Reads cron strings: five fields, six with a year, seven with seconds and year; a zone before, a comment behind, or <c>@every</c>.</summary>
internal static class CronText
{
    private static readonly Dictionary<string, string> Shorthands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    /// <summary>Adds what a cron string says to a spec.</summary>
    /// <exception cref="Grpc.GrpcException">INVALID_ARGUMENT.</exception>
    public static void AddTo(ScheduleSpec spec, string cron)
    {
        var (text, comment) = cron.Split('#', 2) is [var before, var after] ? (before.Trim(), after.Trim()) : (cron.Trim(), string.Empty);
        text = TakeZone(spec, text);
        if (text.StartsWith("@every", StringComparison.OrdinalIgnoreCase))
        {
            spec.Interval.Add(Every(text["@every".Length..].Trim()));
            return;
        }

        var fields = Shorthands.GetValueOrDefault(text, text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        spec.StructuredCalendar.Add(Calendar(fields, comment));
    }

    private static string TakeZone(ScheduleSpec spec, string text)
    {
        if (!text.StartsWith("TZ=", StringComparison.Ordinal) && !text.StartsWith("CRON_TZ=", StringComparison.Ordinal)) return text;
        var parts = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(' ', 2);
        if (spec.TimezoneName.Length > 0 && spec.TimezoneName != parts[0]) throw SpecError.Of("conflicting timezone names");
        spec.TimezoneName = parts[0];
        return parts.Length == 2 ? parts[1].Trim() : string.Empty;
    }

    private static IntervalSpec Every(string text)
    {
        var parts = text.Split('/', 2);
        return new() { Interval = Span(parts[0]), Phase = parts.Length == 2 ? Span(parts[1]) : null };
    }

    private static Duration Span(string text) => DurationText.TryParse(text, out var nanoseconds)
        ? Duration.FromTimeSpan(TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick))
        : throw SpecError.Of(string.Create(CultureInfo.InvariantCulture, $"invalid duration \"{text}\""));

    private static StructuredCalendarSpec Calendar(string[] fields, string comment)
    {
        var calendar = fields.Length switch
        {
            5 => Fields("0", fields, "*"),
            6 => Fields("0", fields, fields[5]),
            7 => Fields(fields[0], fields[1..], fields[6]),
            _ => throw SpecError.Of("CronString does not have 5-7 fields"),
        };
        calendar.Comment = comment;
        return SpecCanon.Calendar(calendar);
    }

    private static CalendarSpec Fields(string second, string[] rest, string year) => new()
    {
        Second = second,
        Minute = rest[0],
        Hour = rest[1],
        DayOfMonth = rest[2],
        Month = rest[3],
        DayOfWeek = rest[4],
        Year = year,
    };
}
