using System.Globalization;

namespace Gauntlet.Temporal.Server.Engine.Retries;

/// <summary>A workflow's cron schedule: five fields, <c>@daily</c> and its kin, or <c>@every</c> with a span; UTC unless it names a zone.</summary>
internal sealed class CronSchedule
{
    private const int YearsToSearch = 5;

    private readonly TimeSpan? _every;
    private readonly CronField[] _fields;
    private readonly TimeZoneInfo _zone;

    private CronSchedule(TimeSpan? every, CronField[] fields, TimeZoneInfo zone)
    {
        _every = every;
        _fields = fields;
        _zone = zone;
    }

    /// <summary>Null for text that is no schedule.</summary>
    public static CronSchedule? Parse(string text)
    {
        var zone = TimeZoneInfo.Utc;
        foreach (var prefix in (string[])["CRON_TZ=", "TZ="])
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                var end = text.IndexOf(' ', StringComparison.Ordinal);
                if (end < 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(text[prefix.Length..end], out var named))
                {
                    return null;
                }

                (zone, text) = (named, text[end..].Trim());
                break;
            }
        }

        if (text.StartsWith("@every ", StringComparison.Ordinal))
        {
            // Whole seconds, at least one.
            return GoDuration.Parse(text["@every ".Length..].Trim()) is { } span
                ? new(TimeSpan.FromSeconds(Math.Max(1, Math.Floor(span.TotalSeconds))), [], zone)
                : null;
        }

        return Fields(Expand(text)) is { } fields ? new(null, fields, zone) : null;
    }

    /// <summary>Wait from now to the next time; times that were missed since the last one are passed over.</summary>
    /// <param name="from">Execution time of the run before, or the start of the first.</param>
    public TimeSpan Backoff(DateTimeOffset from, DateTimeOffset now)
    {
        if (_every is { } every)
        {
            var passed = now - from;
            var rounds = passed < TimeSpan.Zero ? 1 : Math.Floor(passed / every) + 1;
            return WholeSeconds(from + (every * rounds) - now);
        }

        return Next(now > from ? now : from) is { } next ? WholeSeconds(next - now) : TimeSpan.Zero;
    }

    private static TimeSpan WholeSeconds(TimeSpan wait) => TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds));

    private static string Expand(string text) => text switch
    {
        "@yearly" or "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" or "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => text,
    };

    private static CronField[]? Fields(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5)
        {
            return null;
        }

        CronField?[] fields =
            [CronField.Minutes(parts[0]), CronField.Hours(parts[1]), CronField.Days(parts[2]), CronField.Months(parts[3]), CronField.Weekdays(parts[4])];
        return fields.Any(field => field is null) ? null : [.. fields.Select(field => field!.Value)];
    }

    private DateTimeOffset? Next(DateTimeOffset after)
    {
        var local = TimeZoneInfo.ConvertTime(after, _zone).DateTime;
        var time = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, DateTimeKind.Unspecified).AddMinutes(1);
        var end = time.AddYears(YearsToSearch);
        while (time < end)
        {
            if (!_fields[3].Matches(time.Month))
            {
                time = new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1);
            }
            else if (!MatchesDay(time))
            {
                time = time.Date.AddDays(1);
            }
            else if (!_fields[1].Matches(time.Hour))
            {
                time = time.Date.AddHours(time.Hour + 1);
            }
            else if (!_fields[0].Matches(time.Minute) || _zone.IsInvalidTime(time))
            {
                time = time.AddMinutes(1);
            }
            else
            {
                return new DateTimeOffset(time, _zone.GetUtcOffset(time)).ToUniversalTime();
            }
        }

        return null;
    }

    // Where both day fields say something, either is enough (as in every cron).
    private bool MatchesDay(DateTime time)
    {
        var day = _fields[2].Matches(time.Day);
        var weekday = _fields[4].Matches((int)time.DayOfWeek);
        return _fields[2].IsStar || _fields[4].IsStar ? day && weekday : day || weekday;
    }
}
