namespace Gauntlet.Contracts.Safety;

/// <summary>Payload of the signals <c>pause</c> and <c>continue</c>.</summary>
/// <param name="Reason">Why.</param>
public sealed record PauseRequest(string Reason);
