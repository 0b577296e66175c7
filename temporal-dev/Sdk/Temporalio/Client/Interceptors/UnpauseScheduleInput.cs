namespace Temporalio.Client.Interceptors;

/// <summary>Input of unpausing a schedule.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Note">Note, null for the default one.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record UnpauseScheduleInput(string Id, string? Note, RpcOptions? RpcOptions);
