namespace Gauntlet.Contracts.Promotion;

/// <summary>What a person decided on a candidate by the updates <c>approve</c> and <c>reject</c>.</summary>
/// <param name="Approved">True for approve.</param>
/// <param name="By">Who.</param>
/// <param name="Note">Why.</param>
/// <param name="At">When, UTC; null in decisions of before it was noted.</param>
public sealed record HumanDecision(bool Approved, string By, string Note, DateTimeOffset? At = null);

/// <summary>Payload of the updates <c>approve</c>, <c>reject</c> and <c>retry</c>.</summary>
/// <param name="By">Who; an empty one is refused.</param>
/// <param name="Note">Why; an empty one is refused.</param>
public sealed record SignedNote(string By, string Note);
