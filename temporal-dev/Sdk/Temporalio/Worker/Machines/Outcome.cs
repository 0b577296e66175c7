using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Worker.Machines;

/// <summary>How an activity or child ended.</summary>
/// <param name="Result">Its result; null if it failed or returned none.</param>
/// <param name="Failure">Its failure; null if it completed.</param>
internal readonly record struct Outcome(Payload? Result, Failure? Failure)
{
    /// <summary>Completed with the first of these payloads, if any.</summary>
    public static Outcome Completed(Payloads? result) => new(result is { Payloads_.Count: > 0 } ? result.Payloads_[0] : null, null);

    /// <summary>Failed.</summary>
    public static Outcome Failed(Failure failure) => new(null, failure);
}
