namespace Temporalio.Client.Interceptors;

/// <summary>Input of pausing a schedule.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Note">Note, null for the default one.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record PauseScheduleInput(string Id, string? Note, RpcOptions? RpcOptions);
