using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.Queries;

/// <summary>How asking a worker ended.</summary>
internal abstract record QueryOutcome
{
    internal sealed record Answered(Payloads? Result) : QueryOutcome;

    internal sealed record Failed(string Message, Failure? Failure) : QueryOutcome;

    /// <summary>No worker answered in the way tried; ask in the way that fits now.</summary>
    internal sealed record AskAgain : QueryOutcome;
}
