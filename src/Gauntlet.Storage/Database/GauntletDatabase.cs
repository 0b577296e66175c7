using System.Net.Sockets;
using Dapper;
using Gauntlet.Storage.Migrations;
using Npgsql;

namespace Gauntlet.Storage.Database;

/// <summary>The database, reached and migrated: the pool that all stores share.</summary>
public sealed class GauntletDatabase : IAsyncDisposable
{
    private const int ConnectSeconds = 15;

    static GauntletDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private GauntletDatabase(DatabaseAddress address, NpgsqlDataSource source)
    {
        Address = address;
        Source = source;
    }

    /// <summary>Where it is.</summary>
    public DatabaseAddress Address { get; }

    /// <summary>The pool of connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Connects and brings the schema up to date. Several processes may do so at once.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="DatabaseUnavailableException">Not reachable, access refused, or its schema is newer than this program or was changed by hand.</exception>
    public static async Task<GauntletDatabase> OpenAsync(DatabaseAddress address, CancellationToken cancellation = default)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Timeout = ConnectSeconds });
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await Migrator.RunAsync(connection, cancellation);
            return new(address, source);
        }
        catch (Exception error)
        {
            await source.DisposeAsync();
            throw Explain(address, error) ?? error;
        }
    }

    /// <summary>Closes the pool.</summary>
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static DatabaseUnavailableException? Explain(DatabaseAddress address, Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new($"Database {address} refuses the user or the password. Check GAUNTLET_DATABASE.", error),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            new($"Database {address} does not exist on its server. Create it, or check GAUNTLET_DATABASE.", error),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied =>
            new($"Database {address} does not let its user create tables: {denied.MessageText}. Grant it create on the schema public.", error),
        MigrationException wrong => new($"Database {address}: {wrong.Message}", error),
        NpgsqlException or SocketException or TimeoutException =>
            new($"Database {address} cannot be reached: {(error.InnerException ?? error).Message}. Start it or check GAUNTLET_DATABASE; unset it to use a private cluster.", error),
        _ => null,
    };
}
