using System.Text;

namespace Temporalio.Common.EnvConfig;

/// <summary>The TOML file of profiles.</summary>
internal static class ProfileFile
{
    private static readonly HashSet<string> ProfileKeys = ["address", "namespace", "api_key", "tls", "grpc_meta", "codec"];

    private static readonly HashSet<string> TlsKeys =
    [
        "disabled", "server_name", "server_ca_cert_path", "server_ca_cert_data", "client_cert_path", "client_cert_data",
        "client_key_path", "client_key_data", "disable_host_verification",
    ];

    /// <summary>Reads the profiles.</summary>
    /// <returns>The profiles, null if there is no file.</returns>
    /// <exception cref="InvalidOperationException">The file is not what it should be.</exception>
    public static ClientEnvConfig? Read(DataSource? source, EnvVars environment, bool strict)
    {
        var text = ReadText(source, environment);
        if (text is null)
        {
            return null;
        }

        var root = TomlReader.Read(text);
        CheckKeys(root, ["profile"], strict);
        var profiles = new SortedDictionary<string, ClientEnvConfig.Profile>(StringComparer.Ordinal);
        foreach (var (name, value) in root.GetValueOrDefault("profile") as Dictionary<string, object> ?? [])
        {
            if (value is not Dictionary<string, object> table)
            {
                throw new InvalidOperationException($"Invalid TOML: profile {name} is not a table");
            }

            CheckKeys(table, ProfileKeys, strict);
            CheckKeys(table.GetValueOrDefault("tls") as Dictionary<string, object> ?? [], TlsKeys, strict);
            profiles[name] = ClientEnvConfig.Profile.FromDictionary(Normalise(table));
        }

        return new(profiles);
    }

    private static string? ReadText(DataSource? source, EnvVars environment)
    {
        if (source is not null)
        {
            return source.GetBytes() is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        }

        if (environment.Find("TEMPORAL_CONFIG_FILE") is { } named)
        {
            return File.Exists(named) ? File.ReadAllText(named) : null;
        }

        var folder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData);
        var path = Path.Combine(folder, "temporalio", "temporal.toml");
        return folder.Length > 0 && File.Exists(path) ? File.ReadAllText(path) : null;
    }

    // Header names are written like variables' are: in any case, with underscores for hyphens.
    private static Dictionary<string, object> Normalise(Dictionary<string, object> table)
    {
        if (table.GetValueOrDefault("grpc_meta") is Dictionary<string, object> meta)
        {
            table["grpc_meta"] = meta.ToDictionary(
                pair => pair.Key.ToLowerInvariant().Replace('_', '-'),
                pair => pair.Value as string ??
                    throw new InvalidOperationException($"Invalid TOML: grpc_meta {pair.Key} is not a text"));
        }

        return table;
    }

    private static void CheckKeys(Dictionary<string, object> table, HashSet<string> known, bool strict)
    {
        if (strict && table.Keys.Order(StringComparer.Ordinal).FirstOrDefault(key => !known.Contains(key)) is { } odd)
        {
            throw new InvalidOperationException(
                $"Invalid TOML: unrecognized key {odd}, known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }
    }
}
