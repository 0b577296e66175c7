using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Activities;

/// <summary>The search attribute by which runs with paused activities are found.</summary>
internal static class PausedTypes
{
    private const string Attribute = "TemporalPauseInfo";

    /// <summary>Sets it to the types of the activities that are paused now.</summary>
    public static void List(RunState state)
    {
        var types = state.Activities.Values.Where(static activity => activity.Pause is not null)
            .Select(static activity => $"property:activityType={activity.Scheduled.ActivityType.Name}").Distinct(StringComparer.Ordinal).ToList();
        if (!types.SequenceEqual(state.Words(Attribute), StringComparer.Ordinal)) state.SetWords(Attribute, types);
    }
}
