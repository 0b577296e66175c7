using Gauntlet.Domain.Stress;
using Gauntlet.Storage.Database;

namespace Gauntlet.Storage.Scenarios;

/// <summary>Scenario sets and outcomes of the Domain as rows, and back.</summary>
public static class ScenarioRecords
{
    /// <summary>A set as a row.</summary>
    public static StoredScenarioSet ToRow(ScenarioSet set) => new(set.ContentHash(), set.Model, (long)set.Seed, set.Count, Json.Write(set));

    /// <summary>An outcome as a row.</summary>
    public static StoredOutcome ToRow(ScenarioOutcome outcome) => new(outcome.Index, Json.Write(outcome));

    /// <summary>A row as a set.</summary>
    /// <exception cref="CorruptEvidenceException">It cannot be read, or is not what its hash says.</exception>
    public static ScenarioSet ToSet(StoredScenarioSet row)
    {
        var set = Json.Read<ScenarioSet>(row.Document, $"Scenario set {row.Hash}");
        return set.ContentHash() == row.Hash ? set : throw new CorruptEvidenceException($"Scenario set {row.Hash}: the stored recipe has another hash.");
    }

    /// <summary>A row as an outcome.</summary>
    /// <exception cref="CorruptEvidenceException">It cannot be read.</exception>
    public static ScenarioOutcome ToOutcome(StoredOutcome row) => Json.Read<ScenarioOutcome>(row.Outcome, $"Scenario {row.Scenario}");
}
