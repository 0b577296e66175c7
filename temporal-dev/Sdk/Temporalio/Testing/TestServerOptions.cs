namespace Temporalio.Testing;

/// <summary>Options of a time-skipping server.</summary>
public class TestServerOptions : ICloneable
{
    /// <summary>Temporal's test server to run. Default null: the embedded server in this process.</summary>
    public string? ExistingPath { get; set; }

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
