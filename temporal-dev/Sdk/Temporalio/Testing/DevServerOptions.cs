namespace Temporalio.Testing;

/// <summary>Options of a server in real time.</summary>
public class DevServerOptions : ICloneable
{
    /// <summary>Temporal's command line to run. Default null: the embedded server in this process.</summary>
    public string? ExistingPath { get; set; }

    /// <summary>
    /// File to keep the data in; only with <see cref="ExistingPath"/>. Default null: the data is gone with the server.
    /// </summary>
    public string? DatabaseFilename { get; set; }

    /// <summary>Form of the log of <see cref="ExistingPath"/>. Default <c>pretty</c>.</summary>
    public string LogFormat { get; set; } = "pretty";

    /// <summary>Least level in the log of <see cref="ExistingPath"/>. Default <c>warn</c>.</summary>
    public string LogLevel { get; set; } = "warn";

    /// <summary>Version that would be downloaded. Nothing is downloaded here, so it has no effect.</summary>
    public string DownloadVersion { get; set; } = "default";

    /// <summary>Age at which a download would be renewed. Nothing is downloaded here, so it has no effect.</summary>
    public TimeSpan? DownloadTtl { get; set; }

    /// <summary>More arguments for <see cref="ExistingPath"/>. Default null: none.</summary>
    public IReadOnlyCollection<string>? ExtraArgs { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
