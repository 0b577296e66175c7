using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>A payload that stands for nothing: it takes a memo field or a search attribute away.</summary>
internal static class NullPayload
{
    public static bool Is(Payload payload)
    {
        var encoding = payload.Metadata.TryGetValue("encoding", out var bytes) ? bytes.ToStringUtf8() : string.Empty;
        var text = payload.Data.ToStringUtf8();
        return encoding == "binary/null" || payload.Data.IsEmpty || (encoding == "json/plain" && text is "null" or "[]");
    }

    /// <summary>Applies changes to named payloads; one that stands for nothing takes its name away.</summary>
    public static void Merge(IDictionary<string, Payload> into, IEnumerable<KeyValuePair<string, Payload>> changes)
    {
        foreach (var (name, value) in changes)
        {
            if (Is(value))
            {
                into.Remove(name);
            }
            else
            {
                into[name] = value;
            }
        }
    }
}
