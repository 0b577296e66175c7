using System.Collections.Immutable;
using Gauntlet.Temporal.Server.Engine.State.Lifecycles;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>Somebody to tell when the chain of runs ends.</summary>
internal sealed record CompletionCallback
{
    public required Callback Callback { get; init; }

    /// <summary>Links that came with it.</summary>
    public ImmutableList<Link> Links { get; init; } = [];

    public required DateTimeOffset RegistrationTime { get; init; }

    public CallbackStage Stage { get; init; } = CallbackStage.Standby;

    public int Attempt { get; init; }

    public DateTimeOffset? LastAttemptCompleteTime { get; init; }

    public Failure? LastFailure { get; init; }
}
