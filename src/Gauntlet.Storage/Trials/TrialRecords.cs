using System.Security.Cryptography;
using System.Text;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Storage.Database;

namespace Gauntlet.Storage.Trials;

/// <summary>Trials of the Domain as rows, and back.</summary>
public static class TrialRecords
{
    private const string CompletedState = "completed";
    private const string PrunedState = "pruned";
    private const string FailedState = "failed";

    /// <summary>An ended trial as a row.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="trial">The trial.</param>
    /// <exception cref="ArgumentException">It is still running.</exception>
    public static StoredTrial ToRow(StudyPlan plan, Trial trial)
    {
        var parameters = Json.Write(trial.Parameters);
        var row = new StoredTrial { Number = trial.Number, State = CompletedState, Parameters = parameters, Fingerprint = Fingerprint(plan, trial.Number, parameters) };
        return trial.State switch
        {
            Completed { Score: var score } => row with { FoldValues = Json.Write(score.Folds.Select(fold => fold.Excess)), Value = score.Objective, Score = Json.Write(score) },
            Pruned pruned => row with { State = PrunedState, Reason = pruned.Reason, Cause = pruned.Cause, Violation = pruned.Violation, FoldValues = Json.Write(pruned.FoldValues) },
            Failed failed => row with { State = FailedState, Reason = failed.Error },
            _ => throw new ArgumentException($"Trial {trial.Number} has not ended.", nameof(trial)),
        };
    }

    /// <summary>A row as a trial.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="CorruptEvidenceException">It cannot be read.</exception>
    public static Trial ToTrial(StoredTrial row)
    {
        var name = $"Trial {row.Number}";
        return new(row.Number, Json.Read<ParameterValues>(row.Parameters, name), row.State switch
        {
            CompletedState => new Completed(Json.Read<TrialScore>(row.Score ?? "null", name)),
            PrunedState => PrunedStates.Of(row.Cause, row.Reason!, Json.Read<IReadOnlyList<double>>(row.FoldValues, name), row.Violation)
                ?? throw new CorruptEvidenceException($"{name} was pruned for the unknown cause {row.Cause}."),
            FailedState => new Failed(row.Reason!),
            _ => throw new CorruptEvidenceException($"{name} has the unknown state {row.State}."),
        });
    }

    /// <summary>Values of the folds that a row was run on.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="CorruptEvidenceException">They cannot be read.</exception>
    public static IReadOnlyList<double> FoldValues(StoredTrial row) => Json.Read<IReadOnlyList<double>>(row.FoldValues, $"Trial {row.Number}");

    private static string Fingerprint(StudyPlan plan, int number, string parameters) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Strategy}\n{plan.Sampler}\n{plan.Seed}\n{number}\n{parameters}")));
}
