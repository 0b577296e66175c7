using Temporalio.Client;

namespace Temporalio.Common.EnvConfig;

/// <content>Encryption.</content>
public sealed partial record ClientEnvConfig
{
    /// <summary>How one profile encrypts.</summary>
    /// <param name="Disabled">Whether it does not, even with an API key; null leaves that to the API key.</param>
    /// <param name="ServerName">Name that the server's certificate must carry.</param>
    /// <param name="ServerRootCACert">Authorities to trust.</param>
    /// <param name="ClientCert">Certificate to show to the server.</param>
    /// <param name="ClientPrivateKey">Key of that certificate.</param>
    public sealed record Tls(
        bool? Disabled = null,
        string? ServerName = null,
        DataSource? ServerRootCACert = null,
        DataSource? ClientCert = null,
        DataSource? ClientPrivateKey = null)
    {
        /// <summary>Reads the settings from a dictionary shaped like <see cref="ToDictionary"/> makes it, or the TOML.</summary>
        /// <param name="dictionary">Values by name.</param>
        /// <returns>The settings.</returns>
        /// <exception cref="InvalidOperationException">A certificate or key is given both as path and as data.</exception>
        public static Tls FromDictionary(IReadOnlyDictionary<string, object> dictionary) => new(
            dictionary.GetValueOrDefault("disabled") as bool?,
            dictionary.GetValueOrDefault("server_name") as string,
            SourceFrom(dictionary, "server_ca_cert"),
            SourceFrom(dictionary, "client_cert"),
            SourceFrom(dictionary, "client_key"));

        /// <summary>Writes the settings as <see cref="FromDictionary"/> reads them.</summary>
        /// <returns>Values by name.</returns>
        public Dictionary<string, object> ToDictionary()
        {
            var dictionary = new Dictionary<string, object>();
            if (Disabled is { } disabled)
            {
                dictionary["disabled"] = disabled;
            }

            if (ServerName is not null)
            {
                dictionary["server_name"] = ServerName;
            }

            Put(dictionary, "server_ca_cert", ServerRootCACert);
            Put(dictionary, "client_cert", ClientCert);
            Put(dictionary, "client_key", ClientPrivateKey);
            return dictionary;
        }

        /// <summary>Options of a connection.</summary>
        /// <returns>The options; null if nothing is set, which leaves it to the API key.</returns>
        public TlsOptions? ToTlsOptions()
        {
            if (Disabled == true)
            {
                return new() { Disabled = true };
            }

            return Disabled is null && ServerName is null && ServerRootCACert is null && ClientCert is null && ClientPrivateKey is null
                ? null
                : new()
                {
                    Domain = ServerName,
                    ServerRootCACert = ServerRootCACert?.GetBytes(),
                    ClientCert = ClientCert?.GetBytes(),
                    ClientPrivateKey = ClientPrivateKey?.GetBytes(),
                };
        }

        private static DataSource? SourceFrom(IReadOnlyDictionary<string, object> dictionary, string name)
        {
            if (dictionary.GetValueOrDefault(name) is IReadOnlyDictionary<string, string> source)
            {
                return DataSource.FromDictionary(source);
            }

            var path = dictionary.GetValueOrDefault($"{name}_path") as string;
            var data = dictionary.GetValueOrDefault($"{name}_data") as string;
            if (path is not null && data is not null)
            {
                throw new InvalidOperationException($"Cannot specify both {name}_path and {name}_data");
            }

            return path is not null ? DataSource.FromPath(path) : data is null ? null : DataSource.FromUTF8String(data);
        }

        private static void Put(Dictionary<string, object> dictionary, string name, DataSource? source)
        {
            if (source?.ToDictionary() is { } value)
            {
                dictionary[name] = value;
            }
        }
    }
}
