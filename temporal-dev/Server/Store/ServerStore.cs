using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Store.Postgres;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Store;

/// <summary>Where a server keeps everything: in memory, or in a database that is its own for as long as it runs.</summary>
internal sealed class ServerStore : IAsyncDisposable
{
    private static readonly TimeSpan LeaseLifetime = TimeSpan.FromSeconds(15);

    private readonly StoreDatabase? _database;
    private readonly WriterSession? _session;
    private readonly StoreWriter? _writer;

    /// <summary>In memory.</summary>
    public ServerStore() => (Runs, Records) = (new MemoryRunStore(), new MemoryRecordStore());

    private ServerStore(StoreDatabase database, WriterSession session, StoreWriter writer, PostgresRunStore runs, PostgresRecordStore records)
    {
        (_database, _session, _writer) = (database, session, writer);
        (Runs, Records) = (runs, records);
    }

    /// <summary>Runs.</summary>
    public IRunStore Runs { get; }

    /// <summary>Everything else.</summary>
    public IRecordStore Records { get; }

    /// <summary>How far the clock of the server that was here before was ahead of real time.</summary>
    public TimeSpan ClockOffset => _session?.StoredClockOffset ?? TimeSpan.Zero;

    /// <summary>Completes with the reason when this server may keep nothing more, because another one has taken over.</summary>
    public Task<StoreException> Lost => _writer?.Lost ?? new TaskCompletionSource<StoreException>().Task;

    /// <summary>Opens a database for a server.</summary>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <param name="clock">Real time.</param>
    /// <param name="loggers">Where outages are told.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <param name="leaseLifetime">How long the lease is good without a sign of life; null for 15 seconds.</param>
    /// <exception cref="StoreException">Another server has it, it is of a later version, or it cannot be reached.</exception>
    public static async Task<ServerStore> OpenAsync(
        string connectionString, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellation, TimeSpan? leaseLifetime = null)
    {
        var database = new StoreDatabase(connectionString);
        try
        {
            var holder = $"process {Environment.ProcessId} on {Environment.MachineName} since {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC";
            var session = await WriterSession.OpenAsync(database, holder, leaseLifetime ?? LeaseLifetime, clock, cancellation);
            EventTaskIds.StartAfter(session.StoredEventTask);
            var writer = new StoreWriter(session, clock, loggers.CreateLogger<StoreWriter>());
            var reader = new StoreReader(database.Reads);
            try
            {
                return new(database, session, writer, await PostgresRunStore.OpenAsync(writer, reader), new(writer, reader));
            }
            catch
            {
                await writer.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>From now on each transaction says how far the server's clock is ahead of real time.</summary>
    public void Remember(Func<TimeSpan> clockOffset)
    {
        if (_session is not null) _session.ClockOffset = clockOffset;
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
