namespace Gauntlet.Contracts.Safety;

/// <summary>Payload of the signal <c>emergency-stop</c>.</summary>
/// <param name="Reason">Why; shown wherever the stop is seen.</param>
/// <param name="By">Who.</param>
/// <param name="Flatten">Close open positions as well. Default false.</param>
public sealed record StopRequest(string Reason, string By, bool Flatten = false);
