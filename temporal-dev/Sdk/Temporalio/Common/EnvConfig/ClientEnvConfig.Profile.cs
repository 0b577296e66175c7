using Temporalio.Client;

namespace Temporalio.Common.EnvConfig;

/// <content>Profiles.</content>
public sealed partial record ClientEnvConfig
{
    /// <summary>Where one profile connects to.</summary>
    /// <param name="Address">Server as <c>host:port</c>.</param>
    /// <param name="Namespace">Namespace.</param>
    /// <param name="ApiKey">API key.</param>
    /// <param name="Tls">Encryption.</param>
    /// <param name="GrpcMeta">Headers of every call.</param>
    public sealed record Profile(
        string? Address = null,
        string? Namespace = null,
        string? ApiKey = null,
        Tls? Tls = null,
        IReadOnlyDictionary<string, string>? GrpcMeta = null)
    {
        /// <summary>Loads a profile: the file's, overridden by variables.</summary>
        /// <param name="options">Options.</param>
        /// <returns>The profile; empty if nothing is configured.</returns>
        /// <exception cref="InvalidOperationException">File or variables are not what they should be.</exception>
        public static Profile Load(ProfileLoadOptions? options = null)
        {
            options ??= new();
            if (options.DisableFile && options.DisableEnv)
            {
                throw new InvalidOperationException("Cannot disable both file and environment loading");
            }

            var environment = new EnvVars(options.OverrideEnvVars);
            var profile = options.DisableFile ? new() : FromFile(options, environment);
            return options.DisableEnv ? profile : EnvVarProfile.Override(profile, environment);
        }

        /// <summary>Reads a profile from a dictionary shaped like the TOML.</summary>
        /// <param name="dictionary">Values by name.</param>
        /// <returns>The profile.</returns>
        public static Profile FromDictionary(IReadOnlyDictionary<string, object> dictionary) => new(
            dictionary.GetValueOrDefault("address") as string,
            dictionary.GetValueOrDefault("namespace") as string,
            dictionary.GetValueOrDefault("api_key") as string,
            dictionary.GetValueOrDefault("tls") is IReadOnlyDictionary<string, object> tls ? Tls.FromDictionary(tls) : null,
            GrpcMetaFrom(dictionary.GetValueOrDefault("grpc_meta")));

        /// <summary>Writes the profile as <see cref="FromDictionary"/> reads it.</summary>
        /// <returns>Values by name.</returns>
        public Dictionary<string, object> ToDictionary()
        {
            var dictionary = new Dictionary<string, object>();
            Put(dictionary, "address", Address);
            Put(dictionary, "namespace", Namespace);
            Put(dictionary, "api_key", ApiKey);
            Put(dictionary, "tls", Tls?.ToDictionary());
            Put(dictionary, "grpc_meta", GrpcMeta?.ToDictionary(pair => pair.Key, pair => pair.Value));
            return dictionary;
        }

        /// <summary>Options of a client for this profile.</summary>
        /// <returns>The options.</returns>
        public TemporalClientConnectOptions ToClientConnectionOptions()
        {
            var options = new TemporalClientConnectOptions
            {
                TargetHost = Address,
                ApiKey = ApiKey,
                Tls = Tls?.ToTlsOptions() ?? (ApiKey is null ? null : new TlsOptions()),
                RpcMetadata = GrpcMeta is { Count: > 0 } ? [.. GrpcMeta] : null,
            };
            if (Namespace is not null)
            {
                options.Namespace = Namespace;
            }

            return options;
        }

        private static Profile FromFile(ProfileLoadOptions options, EnvVars environment)
        {
            var named = options.Profile ?? (options.DisableEnv ? null : environment.Find("TEMPORAL_PROFILE"));
            var file = ProfileFile.Read(options.ConfigSource, environment, options.ConfigFileStrict);
            if (file?.Profiles.GetValueOrDefault(named ?? "default") is { } profile)
            {
                return profile;
            }

            return named is null ? new() : throw new InvalidOperationException($"Profile '{named}' not found");
        }

        private static IReadOnlyDictionary<string, string>? GrpcMetaFrom(object? value) => value switch
        {
            IReadOnlyDictionary<string, string> texts => texts,
            IReadOnlyDictionary<string, object> table =>
                table.ToDictionary(pair => pair.Key, pair => (string)pair.Value),
            _ => null,
        };

        private static void Put(Dictionary<string, object> dictionary, string name, object? value)
        {
            if (value is not null)
            {
                dictionary[name] = value;
            }
        }
    }
}
