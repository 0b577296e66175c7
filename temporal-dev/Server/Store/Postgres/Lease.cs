using Dapper;
using Npgsql;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>What the lease says when it is read.</summary>
/// <param name="Epoch">Number of the holder.</param>
/// <param name="Batch">Its last transaction.</param>
/// <param name="Holder">Who it is.</param>
/// <param name="IsLive">Whether its time is not up.</param>
/// <param name="ClockOffsetTicks">How far the clock of its server is ahead of real time.</param>
/// <param name="LastEventTask">Highest task id of an event.</param>
internal sealed record LeaseRow(long Epoch, long Batch, string Holder, bool IsLive, long ClockOffsetTicks, long LastEventTask);

/// <summary>
/// Sees to it that one server writes at a time. The holder has two things: its number in the lease, without which none of its
/// transactions commits, and a lock of its database session, which the database takes away at once when the holder dies. A
/// newcomer takes over where that lock is free, or where the lease has run out because the holder hangs.
/// </summary>
internal static class Lease
{
    // Any number that nobody else locks by; the same in every version.
    private const long SessionLock = 0x74656d706c656173;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Sees that nobody else is at work here. To be called before the schema is touched.</summary>
    /// <param name="connection">The session that is to hold the lock.</param>
    /// <param name="database">Name of the database, for the refusal.</param>
    /// <param name="patience">How long a holder that is just ending is waited for.</param>
    /// <param name="clock">Time to wait by.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="StoreException">Another server holds the lease.</exception>
    public static async Task RequireFreeAsync(NpgsqlConnection connection, string database, TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            if (await TryLockAsync(connection)) return;
            var row = await connection.ExecuteScalarAsync<bool>("select to_regclass('lease') is not null") ? await ReadAsync(connection) : null;
            if (row is { IsLive: false }) return;
            if (waited >= patience)
            {
                throw new StoreException(
                    $"The database {database} is in use by another Temporal server ({row?.Holder ?? "just starting"}). End that one first, or give this one a database of its own.");
            }

            await Task.Delay(Pause, clock, cancellation);
        }
    }

    /// <summary>Makes the caller the holder; from here on nobody else's transactions commit.</summary>
    /// <exception cref="StoreException">Another one was quicker.</exception>
    public static async Task<LeaseRow> TakeAsync(NpgsqlConnection connection, string holder, TimeSpan lifetime)
    {
        var before = await ReadAsync(connection);
        var taken = await connection.ExecuteAsync(
            "update lease set epoch = epoch + 1, holder = @holder, expires_at = clock_timestamp() + make_interval(secs => @seconds) where epoch = @epoch",
            new { holder, seconds = lifetime.TotalSeconds, epoch = before.Epoch });
        return taken == 1 ? before with { Epoch = before.Epoch + 1, Holder = holder, IsLive = true } : throw new StoreException("Another Temporal server has just taken this database.");
    }

    public static Task<LeaseRow> ReadAsync(NpgsqlConnection connection) => connection.QuerySingleAsync<LeaseRow>(
        """
        select epoch as "Epoch", batch as "Batch", holder as "Holder", expires_at > clock_timestamp() as "IsLive",
            clock_offset_ticks as "ClockOffsetTicks", last_event_task as "LastEventTask"
        from lease
        """);

    /// <summary>Locks for the life of the session; false when another session has the lock.</summary>
    public static Task<bool> TryLockAsync(NpgsqlConnection connection) => connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(@SessionLock)", new { SessionLock });

    /// <summary>Gives the lease back, unless another one has it already.</summary>
    public static Task ReleaseAsync(NpgsqlConnection connection, long epoch) =>
        connection.ExecuteAsync("update lease set holder = 'nobody', expires_at = '-infinity' where epoch = @epoch", new { epoch });
}
