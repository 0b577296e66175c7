namespace Temporalio.Worker.Interceptors;

/// <summary>A timer.</summary>
/// <param name="Delay">How long.</param>
/// <param name="CancellationToken">Cancels it; null for the workflow's.</param>
/// <param name="Summary">Words shown with it; null for none.</param>
public record DelayAsyncInput(
    TimeSpan Delay,
    CancellationToken? CancellationToken,
    string? Summary);
