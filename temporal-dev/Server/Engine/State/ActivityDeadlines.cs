using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>Which of its four limits an activity meets first.</summary>
internal static class ActivityDeadlines
{
    /// <summary>The earliest limit; where two fall together the one named first below. Null for none.</summary>
    public static (DateTimeOffset Due, TimeoutType Type)? Next(PendingActivity activity)
    {
        (DateTimeOffset Due, TimeoutType Type)? first = null;
        var timeouts = activity.Timeouts;

        if (!activity.IsStarted && !activity.IsBackingOff)
        {
            Consider(activity.AttemptScheduledTime, timeouts.ScheduleToStart, TimeoutType.ScheduleToStart);
        }

        Consider(activity.ScheduledTime, timeouts.ScheduleToClose, TimeoutType.ScheduleToClose);

        if (activity.StartedTime is { } started)
        {
            Consider(started, timeouts.StartToClose, TimeoutType.StartToClose);
            Consider(Later(started, activity.LastHeartbeatTime), timeouts.Heartbeat, TimeoutType.Heartbeat);
        }

        return first;

        void Consider(DateTimeOffset from, TimeSpan limit, TimeoutType type)
        {
            if (limit > TimeSpan.Zero && (first is not { } f || from + limit < f.Due))
            {
                first = (from + limit, type);
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset? b) => b > a ? b.Value : a;
}
