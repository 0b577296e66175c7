using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>What a batch is to do, decided once when it starts.</summary>
/// <param name="Key">Its own, whatever id callers give: makes the request ids of its steps, so that a step done twice counts once.</param>
/// <param name="StartTime">When it started.</param>
/// <param name="Request">What was asked for, with the runs it is about instead of a query.</param>
internal sealed record BatchOrder(string Key, DateTimeOffset StartTime, StartBatchOperationRequest Request);
