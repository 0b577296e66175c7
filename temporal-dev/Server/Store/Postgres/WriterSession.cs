using System.Data;
using Npgsql;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>The writer's connection, opened again when it broke, and the lease that it holds.</summary>
internal sealed class WriterSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly StoreDatabase _database;
    private readonly LeaseRow _lease;
    private NpgsqlConnection? _connection;
    private bool _hasLock;
    private long _batch;

    private WriterSession(StoreDatabase database, NpgsqlConnection connection, LeaseRow lease, TimeSpan lifetime)
    {
        _database = database;
        _connection = connection;
        _lease = lease;
        _batch = lease.Batch;
        Lifetime = lifetime;
    }

    /// <summary>How long the lease is good after each transaction.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>How far the server's clock is ahead of real time; stored with each transaction.</summary>
    public Func<TimeSpan> ClockOffset { get; set; } = static () => TimeSpan.Zero;

    /// <summary>Clock offset that the last server left.</summary>
    public TimeSpan StoredClockOffset => TimeSpan.FromTicks(_lease.ClockOffsetTicks);

    /// <summary>Highest task id that the last server gave to an event.</summary>
    public long StoredEventTask => _lease.LastEventTask;

    /// <summary>Takes the database: waits a little for a server that is just ending, brings the schema up to date, becomes the holder.</summary>
    /// <param name="database">The database.</param>
    /// <param name="holder">Who wants it, for others to read.</param>
    /// <param name="lifetime">How long the lease is good without a transaction.</param>
    /// <param name="clock">Real time.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="StoreException">Another server has it, or it cannot be reached.</exception>
    public static async Task<WriterSession> OpenAsync(StoreDatabase database, string holder, TimeSpan lifetime, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            var connection = await database.OpenOwnAsync(cancellation);
            try
            {
                await Lease.RequireFreeAsync(connection, database.Name, Patience, clock, cancellation);
                await StoreMigrations.RunAsync(connection, cancellation);
                return new(database, connection, await Lease.TakeAsync(connection, holder, lifetime), lifetime);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        catch (NpgsqlException error)
        {
            throw new StoreException($"The database {database.Name} cannot be used: {error.Message} Start it, or correct the connection string.", error);
        }
    }

    /// <summary>False once the connection is known to be broken, which the driver may find out between two transactions.</summary>
    public bool IsOpen => _connection is { State: ConnectionState.Open };

    /// <summary>The next transaction gets the next number.</summary>
    public void NextBatch() => _batch++;

    /// <summary>After the connection broke: opens another one, and says whether the transaction under way was committed all the same.</summary>
    /// <exception cref="StoreException">Another server has taken the lease.</exception>
    public async Task<bool> IsCommittedAsync(CancellationToken cancellation)
    {
        if (_connection is not null)
        {
            return false;
        }

        var connection = await _database.OpenOwnAsync(cancellation);
        try
        {
            var lease = await Lease.ReadAsync(connection);
            if (lease.Epoch != _lease.Epoch)
            {
                throw new StoreException($"Another Temporal server ({lease.Holder}) has taken over the database {_database.Name}: this one writes nothing more and should be ended.");
            }

            _hasLock = await Lease.TryLockAsync(connection);
            _connection = connection;
            return lease.Batch >= _batch;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes and commits the transaction under way.</summary>
    public async Task CommitAsync(StoreRows rows, long lastEventTask)
    {
        await using var batch = new NpgsqlBatch(_connection);
        StoreStatements.AddHold(batch, new(_lease.Epoch, _batch, Lifetime, ClockOffset(), lastEventTask));
        StoreStatements.AddRows(batch, rows);
        await batch.ExecuteNonQueryAsync();

        // The session of before may have kept the lock for a while.
        if (!_hasLock)
        {
            _hasLock = await Lease.TryLockAsync(_connection!);
        }
    }

    /// <summary>Gives a broken connection up.</summary>
    public async Task CloseAsync()
    {
        if (_connection is { } broken)
        {
            _connection = null;
            await broken.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not { } connection)
        {
            return;
        }

        _connection = null;
        await using (connection)
        {
            try
            {
                await Lease.ReleaseAsync(connection, _lease.Epoch);
            }
            catch (NpgsqlException)
            {
                // A database that is gone takes the lease back when its time is up.
                return;
            }
        }
    }
}
