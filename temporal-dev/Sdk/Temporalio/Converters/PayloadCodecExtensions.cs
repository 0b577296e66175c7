using Google.Protobuf.Collections;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>The common ways to use a codec.</summary>
public static class PayloadCodecExtensions
{
    /// <summary>Encodes one payload.</summary>
    /// <param name="codec">Codec.</param>
    /// <param name="payload">Payload.</param>
    /// <returns>The only payload that the codec made of it.</returns>
    public static async Task<Payload> EncodeSingleAsync(this IPayloadCodec codec, Payload payload) =>
        (await codec.EncodeAsync([payload])).Single();

    /// <summary>Decodes one payload.</summary>
    /// <param name="codec">Codec.</param>
    /// <param name="payload">Payload.</param>
    /// <returns>The only payload that the codec made of it.</returns>
    public static async Task<Payload> DecodeSingleAsync(this IPayloadCodec codec, Payload payload) =>
        (await codec.DecodeAsync([payload])).Single();

    /// <summary>Encodes every payload of a failure and its causes in place.</summary>
    /// <param name="codec">Codec.</param>
    /// <param name="failure">Failure to change.</param>
    /// <returns>Completes when it is done.</returns>
    public static Task EncodeFailureAsync(this IPayloadCodec codec, Failure failure) =>
        ApplyAsync(failure, codec.EncodeAsync);

    /// <summary>Decodes every payload of a failure and its causes in place.</summary>
    /// <param name="codec">Codec.</param>
    /// <param name="failure">Failure to change.</param>
    /// <returns>Completes when it is done.</returns>
    public static Task DecodeFailureAsync(this IPayloadCodec codec, Failure failure) =>
        ApplyAsync(failure, codec.DecodeAsync);

    private static async Task ApplyAsync(
        Failure? failure, Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>> apply)
    {
        for (; failure is not null; failure = failure.Cause)
        {
            if (failure.EncodedAttributes is { } attributes)
            {
                failure.EncodedAttributes = (await apply([attributes])).Single();
            }

            var details = failure.FailureInfoCase switch
            {
                Failure.FailureInfoOneofCase.ApplicationFailureInfo => failure.ApplicationFailureInfo.Details,
                Failure.FailureInfoOneofCase.TimeoutFailureInfo => failure.TimeoutFailureInfo.LastHeartbeatDetails,
                Failure.FailureInfoOneofCase.CanceledFailureInfo => failure.CanceledFailureInfo.Details,
                Failure.FailureInfoOneofCase.ResetWorkflowFailureInfo =>
                    failure.ResetWorkflowFailureInfo.LastHeartbeatDetails,
                _ => null,
            };
            if (details?.Payloads_ is { Count: > 0 } payloads)
            {
                Replace(payloads, await apply([.. payloads]));
            }
        }
    }

    private static void Replace(RepeatedField<Payload> payloads, IReadOnlyCollection<Payload> by)
    {
        payloads.Clear();
        payloads.AddRange(by);
    }
}
