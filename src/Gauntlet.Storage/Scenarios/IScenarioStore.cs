namespace Gauntlet.Storage.Scenarios;

/// <summary>A scenario set as stored.</summary>
/// <param name="Hash">Its content address.</param>
/// <param name="Model">Model and version.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Scenarios">How many.</param>
/// <param name="Document">All that the scenarios are generated from, in JSON.</param>
public sealed record StoredScenarioSet(string Hash, string Model, long Seed, int Scenarios, string Document);

/// <summary>How an artifact did in a scenario.</summary>
/// <param name="Scenario">Index in the set, from 0.</param>
/// <param name="Outcome">Regime and figures, in JSON.</param>
public sealed record StoredOutcome(int Scenario, string Outcome);

/// <summary>Scenario sets and the results on them.</summary>
public interface IScenarioStore
{
    /// <summary>Stores a set; changes nothing where it is stored.</summary>
    /// <param name="set">The set.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task AddSetAsync(StoredScenarioSet set, CancellationToken cancellation);

    /// <summary>The set of a hash.</summary>
    /// <param name="hash">Its content address.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Database.CorruptEvidenceException">It is not there.</exception>
    Task<StoredScenarioSet> ReadSetAsync(string hash, CancellationToken cancellation);

    /// <summary>Stores results in one statement; those that are stored stay as they are.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="set">Hash of the set.</param>
    /// <param name="outcomes">The results.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task AddAsync(string artifact, string set, IReadOnlyList<StoredOutcome> outcomes, CancellationToken cancellation);

    /// <summary>Results of an artifact on a set, by scenario.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="set">Hash of the set.</param>
    /// <param name="first">Index of the first scenario.</param>
    /// <param name="before">Index after the last.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<StoredOutcome>> ReadAsync(string artifact, string set, int first, int before, CancellationToken cancellation);
}
