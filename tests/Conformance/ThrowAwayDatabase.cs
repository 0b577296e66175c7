using Gauntlet.Storage.Cluster;

namespace Gauntlet.Conformance.Tests;

/// <summary>A PostgreSQL cluster for the tests of one class, started when a test first asks for a database.</summary>
public sealed class ThrowAwayDatabase : IAsyncLifetime
{
    private PrivateCluster? _cluster;
    private int _databases;

    /// <summary>Connection string of a new, empty database; skips the test where PostgreSQL is not installed.</summary>
    public async Task<string> NewAsync()
    {
        try
        {
            PostgresBinaries.Find();
        }
        catch (ClusterException missing)
        {
            Skip.If(true, missing.Message);
        }

        _cluster ??= await PrivateCluster.StartAsync(new() { Directory = Path.Combine(Path.GetTempPath(), $"gauntlet-conformance-{Guid.NewGuid():N}"), Ephemeral = true });
        return (await _cluster.CreateDatabaseAsync($"temporal_{++_databases}")).ConnectionString;
    }

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
    }
}
