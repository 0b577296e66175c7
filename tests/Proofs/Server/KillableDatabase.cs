using System.Diagnostics;
using Gauntlet.Storage.Cluster;

namespace Gauntlet.Proofs.Server;

/// <summary>A database whose server can be killed and started again.</summary>
internal sealed class KillableDatabase : IAsyncDisposable
{
    private readonly PrivateClusterOptions _options;
    private PrivateCluster _cluster;

    private KillableDatabase(PrivateClusterOptions options, PrivateCluster cluster, string connectionString)
    {
        (_options, _cluster) = (options, cluster);
        ConnectionString = connectionString;
    }

    /// <summary>Npgsql connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a cluster that writes to disk as one in earnest does.</summary>
    /// <exception cref="ProofSkippedException">There is no PostgreSQL.</exception>
    public static async Task<KillableDatabase> StartAsync(string directory, CancellationToken cancellation)
    {
        var options = new PrivateClusterOptions { Directory = directory };
        try
        {
            var cluster = await PrivateCluster.StartAsync(options, cancellation);
            return new(options, cluster, (await cluster.CreateDatabaseAsync("audit", cancellation)).ConnectionString);
        }
        catch (ClusterException absent)
        {
            throw new ProofSkippedException(absent.Message);
        }
    }

    /// <summary>Kills the server with all its processes.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        using var postmaster = Process.GetProcessById(_cluster.ProcessId);
        postmaster.Kill(entireProcessTree: true);
        await postmaster.WaitForExitAsync(cancellation);
    }

    /// <summary>Starts it again where it was.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        var before = _cluster;
        _cluster = await PrivateCluster.StartAsync(_options, cancellation);
        await before.DisposeAsync();
        if (_cluster.Port != before.Port) throw new InvalidOperationException($"The database came back on port {_cluster.Port} instead of {before.Port}.");
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
