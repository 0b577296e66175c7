using Gauntlet.Storage.Cluster;

namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>Both servers with stores that survive them: ours on a PostgreSQL cluster that syncs every commit, the development server on its file.</summary>
internal sealed class DurableServers : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly PrivateCluster _cluster;

    private DurableServers(DirectoryInfo folder, PrivateCluster cluster)
    {
        _folder = folder;
        _cluster = cluster;
    }

    /// <summary>Makes a cluster; null where PostgreSQL is not installed.</summary>
    public static async Task<DurableServers?> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            PostgresBinaries.Find();
        }
        catch (ClusterException)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("gauntlet-bench-");
        return new(folder, await PrivateCluster.StartAsync(new() { Directory = Path.Combine(folder.FullName, "postgres") }, cancellation));
    }

    /// <summary>Starts ours on a new database.</summary>
    public async Task<OurServer> OursAsync(CancellationToken cancellation) =>
        await OurServer.StartAsync(database: (await _cluster.CreateDatabaseAsync("bench", cancellation)).ConnectionString);

    /// <summary>Starts theirs on a new file.</summary>
    public Task<DevelopmentServer> TheirsAsync(string checkout, CancellationToken cancellation) =>
        DevelopmentServer.StartAsync(checkout, cancellation, Path.Combine(_folder.FullName, "temporal.db"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
