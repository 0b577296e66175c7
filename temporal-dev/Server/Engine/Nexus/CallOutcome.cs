using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>What became of one attempt to start or cancel an operation.</summary>
internal abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <summary>The operation is done.</summary>
    internal sealed record Completed(Payload Result, IReadOnlyList<Link> Links) : CallOutcome;

    /// <summary>The handler goes on by itself, and names the operation.</summary>
    internal sealed record Started(string Token, IReadOnlyList<Link> Links) : CallOutcome;

    /// <summary>The operation has failed.</summary>
    internal sealed record Failed(Failure Cause) : CallOutcome;

    /// <summary>The operation was canceled.</summary>
    internal sealed record Canceled(Failure Cause) : CallOutcome;

    /// <summary>The handler has the cancel request.</summary>
    internal sealed record CancelTaken : CallOutcome;

    /// <summary>There was no proper answer.</summary>
    /// <param name="Error">What there was instead.</param>
    /// <param name="IsRetryable">Another attempt may succeed.</param>
    /// <param name="IsOfDestination">It says that the handler is not well, so that others need not try either.</param>
    internal sealed record Refused(Failure Error, bool IsRetryable, bool IsOfDestination) : CallOutcome;
}
