using Dapper;
using Gauntlet.Contracts.Safety;
using Npgsql;

namespace Gauntlet.Storage.Safety;

internal sealed class LatchStore(NpgsqlDataSource database) : ILatchStore
{
    private const string Last = "select kind, reason, asked_by, flatten, asked_at from emergency_stop order by number desc limit 1";

    // Only a change is stored, and a repeated request of long ago is none: kind and time of asking are unique.
    private const string Insert = """
        insert into emergency_stop (kind, reason, asked_by, flatten, asked_at)
        select @Kind, @Reason, @By, @Flatten, @At
        where coalesce((select kind from emergency_stop order by number desc limit 1), 'opened') <> @Kind
        on conflict (kind, asked_at) do nothing
        """;

    public async Task<LatchState> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await LastAsync(connection, cancellation);
    }

    public Task<LatchState> CloseAsync(LatchClosing closing, CancellationToken cancellation) =>
        ChangeAsync("closed", closing.Stop.Reason, closing.Stop.By, closing.Stop.Flatten, closing.At, cancellation);

    public Task<LatchState> OpenAsync(LatchOpening opening, CancellationToken cancellation) =>
        ChangeAsync("opened", opening.Resume.Reason, opening.Resume.By, flatten: false, opening.At, cancellation);

    private async Task<LatchState> ChangeAsync(string kind, string reason, string by, bool flatten, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("lock table emergency_stop in share row exclusive mode", transaction: transaction);
        await connection.ExecuteAsync(Insert, new { Kind = kind, Reason = reason, By = by, Flatten = flatten, At = at.UtcDateTime }, transaction);
        await transaction.CommitAsync(cancellation);
        return await LastAsync(connection, cancellation);
    }

    private static async Task<LatchState> LastAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Last, cancellationToken: cancellation));
        return row is { Kind: "closed" } ? new(true, row.Reason, row.AskedBy, new(row.AskedAt, TimeSpan.Zero), row.Flatten) : LatchState.Open;
    }

    private sealed record Row(string Kind, string Reason, string AskedBy, bool Flatten, DateTime AskedAt);
}
