using Gauntlet.Storage.Cluster;
using Gauntlet.Temporal.Server.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gauntlet.Temporal.Server.Tests.Store.Postgres;

/// <summary>One throw-away cluster for a test run; it ends, and its directory goes, with the process.</summary>
internal static class TestCluster
{
    private static readonly Lazy<Task<PrivateCluster>> Shared = new(() =>
        PrivateCluster.StartAsync(new() { Directory = Path.Combine(Path.GetTempPath(), $"gauntlet-test-{Guid.NewGuid():N}"), Ephemeral = true }));

    private static int _databases;

    /// <summary>Connection string of a new, empty database; skips the test where PostgreSQL is not installed.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        try
        {
            PostgresBinaries.Find();
        }
        catch (ClusterException missing)
        {
            Skip.If(true, missing.Message);
        }

        var cluster = await Shared.Value;
        return (await cluster.CreateDatabaseAsync($"temporal_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}")).ConnectionString;
    }

    public static Task<ServerStore> OpenStoreAsync(string database, TimeSpan? leaseLifetime = null) =>
        ServerStore.OpenAsync(database, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None, leaseLifetime);
}
