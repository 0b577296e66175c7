using Temporalio.Client;

namespace Temporalio.Common.EnvConfig;

/// <summary>
/// Temporal's standard client configuration: profiles in a TOML file, overridden by <c>TEMPORAL_*</c> variables.
/// </summary>
/// <param name="Profiles">Profiles by name.</param>
public sealed partial record ClientEnvConfig(IReadOnlyDictionary<string, ClientEnvConfig.Profile> Profiles)
{
    /// <summary>Loads every profile of the file; variables override nothing here but may name the file.</summary>
    /// <param name="options">Options.</param>
    /// <returns>The profiles; none if there is no file.</returns>
    /// <exception cref="InvalidOperationException">The file is not what it should be.</exception>
    public static ClientEnvConfig Load(ConfigLoadOptions? options = null)
    {
        options ??= new();
        var environment = new EnvVars(options.OverrideEnvVars);
        return ProfileFile.Read(options.ConfigSource, environment, options.ConfigFileStrict) ??
            new(new Dictionary<string, Profile>());
    }

    /// <summary>Loads a profile as options of a client.</summary>
    /// <param name="options">Options.</param>
    /// <returns>The options; their target is null if nothing names one.</returns>
    /// <exception cref="InvalidOperationException">File or variables are not what they should be.</exception>
    public static TemporalClientConnectOptions LoadClientConnectOptions(ProfileLoadOptions? options = null) =>
        Profile.Load(options).ToClientConnectionOptions();

    /// <summary>Reads profiles from dictionaries.</summary>
    /// <param name="profileDictionaries">Dictionaries by profile.</param>
    /// <returns>The profiles.</returns>
    public static ClientEnvConfig FromDictionary(
        IReadOnlyDictionary<string, Dictionary<string, object>> profileDictionaries) =>
        new(profileDictionaries.ToDictionary(profile => profile.Key, profile => Profile.FromDictionary(profile.Value)));

    /// <summary>Writes the profiles as <see cref="FromDictionary"/> reads them.</summary>
    /// <returns>Dictionaries by profile.</returns>
    public IReadOnlyDictionary<string, Dictionary<string, object>> ToDictionary() =>
        Profiles.ToDictionary(profile => profile.Key, profile => profile.Value.ToDictionary());
}
