namespace Temporalio.Worker.Interceptors;

/// <summary>A heartbeat of an activity.</summary>
/// <param name="Details">Details.</param>
public record HeartbeatInput(
    object?[] Details);
