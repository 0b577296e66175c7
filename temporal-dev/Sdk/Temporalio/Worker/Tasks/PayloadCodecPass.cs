using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Converters;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Tasks;

/// <summary>Encodes or decodes every payload within a message, in place. Search attributes stay plain, for the server reads them.</summary>
/// <param name="apply">The codec's half.</param>
internal sealed class PayloadCodecPass(Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>> apply)
{
    /// <summary>Decodes; does nothing without a codec.</summary>
    public static Task DecodeAsync(IPayloadCodec? codec, IEnumerable<IMessage> messages) => RunAsync(codec == null ? null : codec.DecodeAsync, messages);

    /// <summary>Encodes; does nothing without a codec.</summary>
    public static Task EncodeAsync(IPayloadCodec? codec, params IEnumerable<IMessage> messages) => RunAsync(codec == null ? null : codec.EncodeAsync, messages);

    private static async Task RunAsync(
        Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>>? apply, IEnumerable<IMessage> messages)
    {
        if (apply == null)
        {
            return;
        }

        var pass = new PayloadCodecPass(apply);
        foreach (var message in messages)
        {
            await pass.VisitAsync(message);
        }
    }

    private async Task VisitAsync(IMessage message)
    {
        if (message is SearchAttributes)
        {
            return;
        }

        if (message is Payloads payloads)
        {
            await ReplaceAsync(payloads.Payloads_);
            return;
        }

        // What the SDK itself notes in markers is for every SDK to read.
        if (message is RecordMarkerCommandAttributes marker)
        {
            await VisitMarkerAsync(marker.Details, marker.Failure);
            return;
        }

        if (message is MarkerRecordedEventAttributes recorded)
        {
            await VisitMarkerAsync(recorded.Details, recorded.Failure);
            return;
        }

        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsMap)
            {
                await VisitMapAsync(field.Accessor.GetValue(message));
            }
            else if (field.FieldType == FieldType.Message)
            {
                await VisitFieldAsync(message, field);
            }
        }
    }

    private async Task VisitMarkerAsync(MapField<string, Payloads> details, Failure? failure)
    {
        if (details.TryGetValue(LocalActivityMarker.ResultKey, out var result))
        {
            await VisitAsync(result);
        }

        if (failure != null)
        {
            await VisitAsync(failure);
        }
    }

    private async Task VisitFieldAsync(IMessage message, FieldDescriptor field)
    {
        if (field.IsRepeated)
        {
            if (field.Accessor.GetValue(message) is RepeatedField<Payload> list)
            {
                await ReplaceAsync(list);
                return;
            }

            foreach (IMessage item in (System.Collections.IList)field.Accessor.GetValue(message))
            {
                await VisitAsync(item);
            }
        }
        else if (field.Accessor.HasValue(message))
        {
            if (field.Accessor.GetValue(message) is Payload payload)
            {
                field.Accessor.SetValue(message, await OneAsync(payload));
            }
            else
            {
                await VisitAsync((IMessage)field.Accessor.GetValue(message));
            }
        }
    }

    private async Task VisitMapAsync(object map)
    {
        if (map is MapField<string, Payload> payloads)
        {
            foreach (var (key, payload) in payloads.ToList())
            {
                payloads[key] = await OneAsync(payload);
            }
        }
        else if (map is System.Collections.IDictionary { Count: > 0 } others)
        {
            foreach (var value in others.Values)
            {
                if (value is IMessage message)
                {
                    await VisitAsync(message);
                }
            }
        }
    }

    private async Task<Payload> OneAsync(Payload payload) => (await apply([payload])).Single();

    private async Task ReplaceAsync(RepeatedField<Payload> payloads)
    {
        if (payloads.Count > 0)
        {
            var replaced = await apply([.. payloads]);
            payloads.Clear();
            payloads.AddRange(replaced);
        }
    }
}
