namespace Gauntlet.Proofs.Training;

/// <summary>How many candidates a check of Gate 1 rejects.</summary>
/// <param name="Check">Its name.</param>
/// <param name="Null">Candidates without an edge.</param>
/// <param name="Planted">Candidates with a planted edge.</param>
internal sealed record FailedCheck(string Check, int Null, int Planted);
