using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;

namespace Temporalio.Worker.Histories;

/// <summary>Which of the older ways a run goes: SDKs note in the completed tasks of a history what they do differently from those before, and a
/// run keeps the ways in which it began.</summary>
/// <remarks>Numbers of the official .NET SDK and its Core: language 1 moves the end of the run behind the other commands, 2 is the loop that tells
/// everything before code runs and then releases one condition at a time; core 3 moves the end for all languages.</remarks>
/// <param name="IsLoopModern">Whether all that happened is told before code runs, and conditions are released one by one.</param>
/// <param name="DoesEndGoLast">Whether what code asked for after the end of the run still counts.</param>
internal sealed record RunLogic(bool IsLoopModern, bool DoesEndGoLast)
{
    private const string OwnName = "temporal-dotnet";
    private const uint ReorderedEnd = 1;
    private const uint ModernLoop = 2;
    private const uint EndGoesLast = 3;

    /// <summary>Everything as it is done today.</summary>
    public static RunLogic Modern { get; } = new(true, true);

    /// <summary>The ways of the run that a history tells of; those of today if no task was completed yet.</summary>
    /// <param name="events">Events, from the first on.</param>
    public static RunLogic Of(IReadOnlyList<HistoryEvent> events)
    {
        WorkflowTaskCompletedMetadata? first = null;
        var endGoesLast = false;
        foreach (var completed in events.Select(e => e.WorkflowTaskCompletedEventAttributes).Where(completed => completed != null))
        {
            var said = completed.SdkMetadata ?? new();
            first ??= said;
            endGoesLast |= said.CoreUsedFlags.Contains(EndGoesLast) || said.LangUsedFlags.Contains(ReorderedEnd);
        }

        return first == null ? Modern : new(IsModern(first), endGoesLast);
    }

    // Other SDKs number their own ways, of which none is the old loop of this one.
    private static bool IsModern(WorkflowTaskCompletedMetadata first) =>
        first.LangUsedFlags.Contains(ModernLoop) || first.SdkName is not ("" or OwnName);
}
