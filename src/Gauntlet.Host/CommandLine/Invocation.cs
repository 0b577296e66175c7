using Gauntlet.Host.Settings;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.CommandLine;

/// <summary>The world around one call of the command line.</summary>
internal sealed class Invocation
{
    private readonly Lazy<GauntletSettings> _settings;

    public Invocation(Surroundings surroundings, GlobalOptions options)
    {
        Surroundings = surroundings;
        Options = options;
        Screen = Screen.For(surroundings, options);
        _settings = new(() => SettingsFile.Read(surroundings, options.ConfigFile));
    }

    /// <summary>Streams, environment and folders of the call.</summary>
    public Surroundings Surroundings { get; }

    /// <summary>Options that every verb takes.</summary>
    public GlobalOptions Options { get; }

    /// <summary>What the caller sees.</summary>
    public Screen Screen { get; }

    /// <summary>Settings, read when first asked for.</summary>
    /// <exception cref="CommandException">The settings are wrong.</exception>
    public GauntletSettings Settings => _settings.Value;

    /// <summary>A file argument as the caller means it: relative to the folder of the call.</summary>
    public string PathOf(string file) => Path.GetFullPath(file, Surroundings.Directory);
}
