using Gauntlet.Storage.Cluster;
using Gauntlet.Storage.Database;

namespace Gauntlet.Storage.Tests;

/// <summary>One throw-away cluster for a test run, and a database of its own for each test class (as an <see cref="IAsyncLifetime"/> fixture).</summary>
/// <remarks>Other test projects compile this file by a link. The cluster ends, and its directory goes, with the process.</remarks>
public sealed class TestDatabase : IAsyncLifetime
{
    private static readonly Lazy<Task<PrivateCluster>> Cluster = new(() =>
        PrivateCluster.StartAsync(new() { Directory = Path.Combine(Path.GetTempPath(), $"gauntlet-test-{Guid.NewGuid():N}"), Ephemeral = true }));

    private static int _databases;
    private GauntletDatabase? _database;
    private string? _missing;

    /// <summary>The migrated database; skips the test where PostgreSQL is not installed.</summary>
    public GauntletDatabase Database
    {
        get
        {
            Skip.If(_missing is not null, _missing);
            return _database!;
        }
    }

    public async Task InitializeAsync()
    {
        try
        {
            PostgresBinaries.Find();
        }
        catch (ClusterException error)
        {
            _missing = error.Message;
            return;
        }

        _database = await GauntletDatabase.OpenAsync(await NewAddressAsync());
    }

    public async Task DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>Address of a new, empty database.</summary>
    internal static async Task<DatabaseAddress> NewAddressAsync() =>
        await (await Cluster.Value).CreateDatabaseAsync($"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
}
