using Dapper;
using Npgsql;

namespace Gauntlet.Storage.Migrations;

/// <summary>Applies what is missing of the schema, in order, in one transaction, one process at a time.</summary>
internal static class Migrator
{
    // Any number that nobody else locks by; the same in every version.
    private const long Lock = 0x6761756e746c6574;

    private const string CreateLedger = """
        create table if not exists schema_migration (
            number integer primary key,
            name text not null,
            checksum text not null,
            applied_at timestamptz not null default now()
        );
        comment on table schema_migration is 'One row: a step of the schema that was applied. Written by the program that applied it.';
        """;

    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock }, transaction);
        if (!await connection.ExecuteScalarAsync<bool>("select to_regclass('schema_migration') is not null", transaction: transaction))
        {
            await connection.ExecuteAsync(CreateLedger, transaction: transaction);
        }

        var applied = (await connection.QueryAsync<Applied>("select number, name, checksum from schema_migration order by number", transaction: transaction)).AsList();
        foreach (var step in Missing(Migration.All, applied))
        {
            await connection.ExecuteAsync(step.Sql, transaction: transaction);
            await connection.ExecuteAsync("insert into schema_migration (number, name, checksum) values (@Number, @Name, @Checksum)", step, transaction);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The steps that are still to do.</summary>
    /// <exception cref="MigrationException">The ledger has a step that is unknown here or reads otherwise.</exception>
    internal static IReadOnlyList<Migration> Missing(IReadOnlyList<Migration> known, IReadOnlyList<Applied> applied)
    {
        foreach (var row in applied)
        {
            if (row.Number > known.Count) throw new MigrationException($"its schema has step {row.Name}, which this program does not know. Use the newer program.");
            if (row.Checksum != known[row.Number - 1].Checksum)
            {
                throw new MigrationException($"its schema step {row.Name} is not the one of this program. Use the program that made it, or another database.");
            }
        }

        return [.. known.Skip(applied.Count)];
    }

    /// <summary>A row of the ledger.</summary>
    internal sealed record Applied(int Number, string Name, string Checksum);
}
