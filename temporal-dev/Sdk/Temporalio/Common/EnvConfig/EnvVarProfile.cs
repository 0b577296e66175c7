namespace Temporalio.Common.EnvConfig;

/// <summary>What <c>TEMPORAL_*</c> variables say about a profile.</summary>
internal static class EnvVarProfile
{
    private const string MetaPrefix = "TEMPORAL_GRPC_META_";

    /// <summary>Puts the variables over a profile.</summary>
    /// <exception cref="InvalidOperationException">A certificate or key is given twice, or a switch is neither true nor false.</exception>
    public static ClientEnvConfig.Profile Override(ClientEnvConfig.Profile profile, EnvVars environment) => profile with
    {
        Address = environment.Find("TEMPORAL_ADDRESS") ?? profile.Address,
        Namespace = environment.Find("TEMPORAL_NAMESPACE") ?? profile.Namespace,
        ApiKey = environment.Find("TEMPORAL_API_KEY") ?? profile.ApiKey,
        Tls = OverrideTls(profile.Tls, environment),
        GrpcMeta = OverrideMeta(profile.GrpcMeta, environment),
    };

    private static ClientEnvConfig.Tls? OverrideTls(ClientEnvConfig.Tls? tls, EnvVars environment)
    {
        var start = tls ?? new();
        var result = start with
        {
            Disabled = Disabled(environment) ?? start.Disabled,
            ServerName = environment.Find("TEMPORAL_TLS_SERVER_NAME") ?? start.ServerName,
            ServerRootCACert = Source(environment, "TEMPORAL_TLS_SERVER_CA_CERT", start.ServerRootCACert),
            ClientCert = Source(environment, "TEMPORAL_TLS_CLIENT_CERT", start.ClientCert),
            ClientPrivateKey = Source(environment, "TEMPORAL_TLS_CLIENT_KEY", start.ClientPrivateKey),
        };
        return tls is null && result == start ? null : result;
    }

    // TEMPORAL_TLS says whether to encrypt, the file says whether not to.
    private static bool? Disabled(EnvVars environment) => environment.Find("TEMPORAL_TLS")?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "1" => false,
        "false" or "0" => true,
        var other => throw new InvalidOperationException($"TEMPORAL_TLS is '{other}': give true or false"),
    };

    private static DataSource? Source(EnvVars environment, string name, DataSource? current)
    {
        var path = environment.Find($"{name}_PATH");
        var data = environment.Find($"{name}_DATA");
        if (path is not null && (data is not null || current?.Data is not null))
        {
            throw new InvalidOperationException($"Cannot specify both {name}_PATH and data for the same certificate or key");
        }

        if (data is not null && current?.Path is not null)
        {
            throw new InvalidOperationException($"Cannot specify both {name}_DATA and a path for the same certificate or key");
        }

        return path is not null ? DataSource.FromPath(path) : data is not null ? DataSource.FromUTF8String(data) : current;
    }

    // An empty variable removes a header of the file.
    private static IReadOnlyDictionary<string, string>? OverrideMeta(
        IReadOnlyDictionary<string, string>? meta, EnvVars environment)
    {
        var result = new SortedDictionary<string, string>(
            meta?.ToDictionary(pair => pair.Key, pair => pair.Value) ?? [], StringComparer.Ordinal);
        var changed = false;
        foreach (var (name, value) in environment.All)
        {
            if (!name.StartsWith(MetaPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            changed = true;
            var key = name[MetaPrefix.Length..].ToLowerInvariant().Replace('_', '-');
            if (value.Length == 0)
            {
                result.Remove(key);
            }
            else
            {
                result[key] = value;
            }
        }

        return changed ? result : meta;
    }
}
