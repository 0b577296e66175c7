using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>Which event a request id led to.</summary>
internal sealed record RequestTrace(EventType EventType, long EventId);
