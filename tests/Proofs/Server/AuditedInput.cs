namespace Gauntlet.Proofs.Server;

/// <summary>What an audited workflow is to do.</summary>
/// <param name="Rounds">Rounds of activities, child and timer.</param>
/// <param name="Messages">Updates, and as many signals and one more, that it waits for.</param>
public sealed record AuditedInput(int Rounds, int Messages);

/// <summary>What an audited workflow saw.</summary>
/// <param name="Answers">Results of activities and children by name.</param>
/// <param name="Signals">Names of the signals.</param>
/// <param name="Updates">Names of the updates.</param>
public sealed record AuditedAnswer(SortedDictionary<string, long> Answers, IReadOnlyList<string> Signals, IReadOnlyList<string> Updates);
