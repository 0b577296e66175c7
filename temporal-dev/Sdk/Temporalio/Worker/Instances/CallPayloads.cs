using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Instances;

/// <summary>Arguments to send and results received.</summary>
internal static class CallPayloads
{
    /// <summary>Arguments to send.</summary>
    public static Payloads Of(DataConverter converter, IReadOnlyCollection<object?> args)
    {
        var payloads = new Payloads();
        foreach (var arg in args)
        {
            payloads.Payloads_.Add(converter.PayloadConverter.ToPayload(arg));
        }

        return payloads;
    }

    /// <summary>The result of an outcome; a missing payload is the default value, a failure is thrown.</summary>
    public static TResult Result<TResult>(this Outcome outcome, DataConverter converter)
    {
        if (outcome.Failure != null)
        {
            throw converter.FailureConverter.ToException(outcome.Failure, converter.PayloadConverter);
        }

        // Callers who want nothing read nothing.
        return outcome.Result == null || typeof(TResult) == typeof(NoResult)
            ? default!
            : converter.PayloadConverter.ToValue<TResult>(outcome.Result);
    }
}
