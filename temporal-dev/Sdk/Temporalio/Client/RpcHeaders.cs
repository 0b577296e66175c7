using Google.Protobuf;

namespace Temporalio.Client;

/// <summary>Headers that Temporal's servers expect of an SDK.</summary>
internal static class RpcHeaders
{
    /// <summary>Which SDK is calling; the name of the official package, whose behaviour this one has.</summary>
    public const string ClientName = "temporal-dotnet";

    /// <summary>Version of the official package whose behaviour this one has.</summary>
    public const string ClientVersion = "1.18.0";

    /// <summary>Collects the headers of a call; those of the call itself win, header names are in lower case.</summary>
    public static Dictionary<string, string> For(
        IMessage request,
        string? apiKey,
        IReadOnlyCollection<KeyValuePair<string, string>> connection,
        IReadOnlyCollection<KeyValuePair<string, string>>? call)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["client-name"] = ClientName,
            ["client-version"] = ClientVersion,
        };
        if (NamespaceOf(request) is { } name)
        {
            headers["temporal-namespace"] = name;
        }

        if (apiKey is not null)
        {
            headers["authorization"] = $"Bearer {apiKey}";
        }

        foreach (var (key, value) in connection.Concat(call ?? []))
        {
            headers[key.ToLowerInvariant()] = value;
        }

        return headers;
    }

    /// <summary>The namespace that a request names; null if it names none.</summary>
    public static string? NamespaceOf(IMessage request) =>
        request.Descriptor.FindFieldByName("namespace")?.Accessor.GetValue(request) is string { Length: > 0 } name ? name : null;

    /// <summary>Collects the binary headers of a call.</summary>
    public static Dictionary<string, byte[]>? Binary(
        IReadOnlyCollection<KeyValuePair<string, byte[]>> connection,
        IReadOnlyCollection<KeyValuePair<string, byte[]>>? call)
    {
        if (connection.Count == 0 && call is null)
        {
            return null;
        }

        var headers = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in connection.Concat(call ?? []))
        {
            headers[key.ToLowerInvariant()] = value;
        }

        return headers;
    }
}
