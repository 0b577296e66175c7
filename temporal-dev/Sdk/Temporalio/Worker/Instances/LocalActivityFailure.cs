using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Worker.Instances;

/// <summary>Failures of local activities, in the shape that the server gives to those of others.</summary>
internal static class LocalActivityFailure
{
    /// <summary>Cancelled.</summary>
    public static Failure Canceled(LocalActivityRequest request) => Of(
        request,
        "Local Activity cancelled",
        new() { Message = "Activity cancelled", CanceledFailureInfo = new() },
        RetryState.CancelRequested);

    /// <summary>Out of time.</summary>
    public static Failure TimedOut(LocalActivityRequest request, TimeoutType type, RetryState retryState) => Of(
        request,
        "Activity timed out",
        new() { Message = $"Activity {type} timeout", TimeoutFailureInfo = new() { TimeoutType = type } },
        retryState);

    /// <summary>Failed for good.</summary>
    public static Failure Of(LocalActivityRequest request, string message, Failure cause, RetryState retryState) => new()
    {
        Message = message,
        Cause = cause,
        ActivityFailureInfo = new()
        {
            ActivityId = request.ActivityId,
            ActivityType = new() { Name = request.ActivityType },
            RetryState = retryState,
        },
    };
}
