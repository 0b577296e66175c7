using Npgsql;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>The database of a server: its connections, all in the schema <c>temporal</c>.</summary>
internal sealed class StoreDatabase : IAsyncDisposable
{
    /// <summary>Schema that holds everything of the server.</summary>
    public const string Schema = "temporal";

    private readonly string _own;

    /// <param name="connectionString">Npgsql connection string of a database that the user may make a schema in.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public StoreDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = Schema,
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            KeepAlive = 10,
            Timeout = 5,
        };
        settings.ApplicationName ??= "temporal-server";
        Name = $"{settings.Host}:{settings.Port}/{settings.Database}";
        Reads = NpgsqlDataSource.Create(settings);
        settings.Pooling = false;
        settings.Options = $"{settings.Options} -c synchronous_commit=on".TrimStart();
        _own = settings.ConnectionString;
    }

    /// <summary>Where it is, as people may see it.</summary>
    public string Name { get; }

    /// <summary>Connections for reading.</summary>
    public NpgsqlDataSource Reads { get; }

    /// <summary>A connection of one's own, open; what it holds ends with it.</summary>
    public async Task<NpgsqlConnection> OpenOwnAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(_own);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Reads.DisposeAsync();
}
