namespace Gauntlet.Storage.Cluster;

/// <summary>Where and how a private cluster runs.</summary>
public sealed record PrivateClusterOptions
{
    /// <summary>Directory of the cluster; made when it is not there. Default <c>.gauntlet/postgres</c>.</summary>
    public string Directory { get; init; } = Path.Combine(".gauntlet", "postgres");

    /// <summary>Directory of the PostgreSQL programs. Default null: <c>GAUNTLET_POSTGRES_BIN</c>, the path, and the usual places of Debian and Homebrew.</summary>
    public string? BinaryDirectory { get; init; }

    /// <summary>For tests: nothing is synced to disk, and the directory is deleted when the last user has gone. Default false.</summary>
    public bool Ephemeral { get; init; }
}
