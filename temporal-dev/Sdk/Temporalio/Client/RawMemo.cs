using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>Memos on the wire.</summary>
internal static class RawMemo
{
    /// <summary>Reads a memo; its values are decoded when they are read.</summary>
    public static IReadOnlyDictionary<string, IEncodedRawValue> Read(Memo? memo, DataConverter converter) =>
        new SortedDictionary<string, IEncodedRawValue>(
            (memo?.Fields ?? []).ToDictionary(
                field => field.Key, IEncodedRawValue (field) => new EncodedRawValue(converter, field.Value)),
            StringComparer.Ordinal);

    /// <summary>Writes a memo.</summary>
    /// <exception cref="ArgumentException">A value is null.</exception>
    public static async Task<Memo?> WriteAsync(IReadOnlyDictionary<string, object>? memo, DataConverter converter)
    {
        if (memo is null || memo.Count == 0)
        {
            return null;
        }

        var proto = new Memo();
        foreach (var (key, value) in memo.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (value is null)
            {
                throw new ArgumentException($"Memo value for {key} is null");
            }

            // A described schedule gives back its memo undecoded; writing it again must not encode it twice.
            proto.Fields.Add(key, value is IEncodedRawValue raw ? raw.Payload : await converter.ToPayloadAsync(value));
        }

        return proto;
    }
}
