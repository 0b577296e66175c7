using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Training;
using Gauntlet.Storage.Database;

namespace Gauntlet.Storage.Artifacts;

/// <summary>The Domain's choice of candidates as rows, and back.</summary>
public static class Selections
{
    /// <summary>Freezes the candidates of a study.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="census">Count of the trials that they were chosen from.</param>
    /// <param name="best">The chosen trials, all completed, best first.</param>
    /// <param name="codeVersion">Version of the code that trained them.</param>
    public static Selection Of(StudyPlan plan, TrialCensus census, IReadOnlyList<Trial> best, string codeVersion) => new(
        census.CentralCount,
        Json.Write(census),
        [.. best.Select(trial => new SelectedCandidate(trial.Number, ((Completed)trial.State).Score.Objective, new()
        {
            Strategy = plan.Strategy,
            Parameters = Json.Read<SortedDictionary<string, Contracts.Training.ParameterValue>>(Json.Write(trial.Parameters), $"Trial {trial.Number}"),
            TrainingHash = plan.Training.Hash,
            Seed = plan.Seed,
            CodeVersion = codeVersion,
            Policy = plan.Policy,
        }))]);

    /// <summary>The count that a selection was made with.</summary>
    /// <param name="selection">The selection.</param>
    /// <exception cref="CorruptEvidenceException">It cannot be read.</exception>
    public static TrialCensus Census(Selection selection) => Json.Read<TrialCensus>(selection.Census, "Selection");
}
