namespace Gauntlet.Contracts.Safety;

/// <summary>Payload of the update <c>resume</c>.</summary>
/// <param name="Reason">Why it is safe to go on; an empty one is refused.</param>
/// <param name="By">Who.</param>
public sealed record ResumeRequest(string Reason, string By);
