using Gauntlet.Host.CommandLine;
using Gauntlet.Storage.Cluster;
using Gauntlet.Storage.Database;

namespace Gauntlet.Host.Composition;

/// <summary>The database of a call: the one that <c>GAUNTLET_DATABASE</c> names, else a private cluster under the home folder.</summary>
internal sealed class DatabaseHandle : IAsyncDisposable
{
    private const string Variable = "GAUNTLET_DATABASE";
    private const string PrivateName = "gauntlet";
    private const string ServerName = "temporal";
    private readonly PrivateCluster? _cluster;
    private readonly CancellationTokenSource _end = new();

    private DatabaseHandle(GauntletDatabase database, PrivateCluster? cluster, Invocation invocation)
    {
        Database = database;
        _cluster = cluster;
        Lost = cluster?.KeepAsync(invocation.Surroundings.Clock, () => invocation.Screen.Note("the private PostgreSQL had ended, and was started again"), _end.Token)
            ?? new TaskCompletionSource().Task;
    }

    /// <summary>Fails once the private cluster has ended and cannot be started again.</summary>
    public Task Lost { get; }

    /// <summary>The database, migrated.</summary>
    public GauntletDatabase Database { get; }

    /// <summary>Where it is as people may see it; null for the private cluster.</summary>
    public string? Configured => _cluster is null ? Database.Address.ToString() : null;

    /// <summary>
    /// Where an embedded Temporal server keeps its runs: a database of its own in the private cluster, or the one that is configured, in which
    /// it has a schema of its own.
    /// </summary>
    public async Task<string> ServerConnectionStringAsync(CancellationToken cancellation) =>
        (_cluster is null ? Database.Address : await _cluster.CreateDatabaseAsync(ServerName, cancellation)).ConnectionString;

    /// <summary>Opens the database, starting the cluster when need be.</summary>
    public static async Task<DatabaseHandle> OpenAsync(Invocation invocation, CancellationToken cancellation)
    {
        var surroundings = invocation.Surroundings;
        if (surroundings.Environment.GetValueOrDefault(Variable) is { Length: > 0 } address)
            return new(await GauntletDatabase.OpenAsync(DatabaseAddress.Parse(address), cancellation), null, invocation);

        var cluster = await PrivateCluster.StartAsync(new() { Directory = Path.Combine(surroundings.Home, "postgres") }, cancellation);
        try
        {
            if (cluster.Notice is { } notice) invocation.Screen.Note(notice);
            return new(await GauntletDatabase.OpenAsync(await cluster.CreateDatabaseAsync(PrivateName, cancellation), cancellation), cluster, invocation);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_cluster is not null) await Task.WhenAny(Lost);
        _end.Dispose();
        await Database.DisposeAsync();
        if (_cluster is not null) await _cluster.DisposeAsync();
    }
}
