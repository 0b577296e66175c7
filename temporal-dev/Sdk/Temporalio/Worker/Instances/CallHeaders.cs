using Temporalio.Api.Common.V1;

namespace Temporalio.Worker.Instances;

/// <summary>Headers, as interceptors see them and as they are sent.</summary>
internal static class CallHeaders
{
    /// <summary>Headers to send; null for none.</summary>
    public static Header? Of(IDictionary<string, Payload>? headers)
    {
        if (headers is not { Count: > 0 })
        {
            return null;
        }

        var header = new Header();
        foreach (var (key, payload) in headers)
        {
            header.Fields.Add(key, payload);
        }

        return header;
    }

    /// <summary>Headers received; null for none.</summary>
    public static IReadOnlyDictionary<string, Payload>? Read(Header? header) =>
        header is { Fields.Count: > 0 } ? new Dictionary<string, Payload>(header.Fields, StringComparer.Ordinal) : null;
}
