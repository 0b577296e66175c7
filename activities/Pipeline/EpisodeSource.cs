using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress.History;

namespace Gauntlet.Activities.Pipeline;

/// <summary>Finds the episode that a policy replays.</summary>
internal static class EpisodeSource
{
    /// <summary>The episode, cut from the bars that the policy names by path; null where it replays none.</summary>
    /// <exception cref="Domain.Input.InvalidInputException">The file cannot be read, or does not hold the episode.</exception>
    public static Episode? Load(GatePolicy policy)
    {
        if (EpisodeDates.Find(policy.Gate2.ScenarioModel) is not { } dates || policy.Gate2.History is not { } path) return null;
        using var reader = new StringReader(SourceFile.Read("gate2.history", path, "a CSV file of bars that hold the episode"));
        return Episode.Cut(dates, CsvBars.Read(reader, Path.GetFileNameWithoutExtension(path)));
    }
}
