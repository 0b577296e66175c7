namespace Temporalio.Common.EnvConfig;

/// <content>Options of loading.</content>
public sealed partial record ClientEnvConfig
{
    /// <summary>Options of loading every profile.</summary>
    public class ConfigLoadOptions : ICloneable
    {
        /// <summary>Where the TOML is. Default null: <c>TEMPORAL_CONFIG_FILE</c>, otherwise the user's own file.</summary>
        public DataSource? ConfigSource { get; set; }

        /// <summary>Whether a key that is not known is an error. Default false.</summary>
        public bool ConfigFileStrict { get; set; }

        /// <summary>Variables in place of the process's. Default null: the process's.</summary>
        public IReadOnlyDictionary<string, string>? OverrideEnvVars { get; set; }

        /// <summary>Makes a copy.</summary>
        /// <returns>The copy.</returns>
        public virtual object Clone() => MemberwiseClone();
    }

    /// <summary>Options of loading one profile.</summary>
    public class ProfileLoadOptions : ICloneable
    {
        /// <summary>Name of the profile. Default null: <c>TEMPORAL_PROFILE</c>, otherwise <c>default</c>.</summary>
        public string? Profile { get; set; }

        /// <summary>Where the TOML is. Default null: <c>TEMPORAL_CONFIG_FILE</c>, otherwise the user's own file.</summary>
        public DataSource? ConfigSource { get; set; }

        /// <summary>Whether no file is read. Default false.</summary>
        public bool DisableFile { get; set; }

        /// <summary>Whether no variable is read. Default false.</summary>
        public bool DisableEnv { get; set; }

        /// <summary>Whether a key that is not known is an error. Default false.</summary>
        public bool ConfigFileStrict { get; set; }

        /// <summary>Variables in place of the process's. Default null: the process's.</summary>
        public IReadOnlyDictionary<string, string>? OverrideEnvVars { get; set; }

        /// <summary>Makes a copy.</summary>
        /// <returns>The copy.</returns>
        public virtual object Clone() => MemberwiseClone();
    }
}
