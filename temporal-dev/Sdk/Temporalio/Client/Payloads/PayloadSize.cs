using System.Text;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Client;

/// <summary>A field of a request, measured as servers measure it.</summary>
/// <param name="Field">Its name, from the request on.</param>
/// <param name="Rule">Which limit, and whether above it the field may be sent.</param>
/// <param name="Bytes">Its size.</param>
internal readonly record struct PayloadSize(string Field, PayloadRule Rule, long Bytes)
{
    /// <summary>The fields of a request that are above a size.</summary>
    /// <param name="request">The request.</param>
    /// <param name="above">Size in bytes; nothing smaller can matter.</param>
    public static IEnumerable<PayloadSize> Of(IMessage request, long above)
    {
        // Nothing within can be larger than the whole, and most requests are small.
        if (PayloadPath.Of(request.Descriptor).Length == 0 || request.CalculateSize() <= above)
        {
            return [];
        }

        return Within(request, string.Empty, above);
    }

    private static IEnumerable<PayloadSize> Within(IMessage message, string prefix, long above)
    {
        foreach (var (field, rule) in PayloadPath.Of(message.Descriptor))
        {
            var value = field.Accessor.GetValue(message);
            var name = prefix + field.Name;
            if (rule is { } measured)
            {
                if (value != null && Measure(value, measured) is var bytes && bytes > above)
                {
                    yield return new(name, measured, bytes);
                }

                continue;
            }

            foreach (var (inner, at) in Messages(value))
            {
                foreach (var size in Within(inner, $"{name}{at}.", above))
                {
                    yield return size;
                }
            }
        }
    }

    private static IEnumerable<(IMessage Message, string At)> Messages(object? value) => value switch
    {
        IMessage one => [(one, string.Empty)],
        System.Collections.IDictionary map => map.Keys.Cast<object>().Select(key => ((IMessage)map[key]!, $"[{key}]")),
        System.Collections.IEnumerable list => list.Cast<IMessage>().Select((item, i) => (item, $"[{i}]")),
        _ => [],
    };

    // What is upserted is counted by names and data, as it is merged with what is there.
    private static long Measure(object value, PayloadRule rule) => value switch
    {
        Memo memo when rule.Kind == PayloadKind.Payloads => memo.Fields.Sum(pair => (long)Encoding.UTF8.GetByteCount(pair.Key) + pair.Value.Data.Length),
        SearchAttributes attributes => attributes.IndexedFields.Sum(pair => (long)Encoding.UTF8.GetByteCount(pair.Key) + pair.Value.Data.Length),
        IDictionary<string, Payloads> map => map.Sum(pair => (long)Encoding.UTF8.GetByteCount(pair.Key) + pair.Value.CalculateSize()),
        IMessage message => message.CalculateSize(),
        _ => 0,
    };
}
