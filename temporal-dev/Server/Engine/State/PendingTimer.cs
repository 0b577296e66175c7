namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>A timer that a workflow waits for.</summary>
internal sealed record PendingTimer(string TimerId, long StartedEventId, DateTimeOffset Due);
