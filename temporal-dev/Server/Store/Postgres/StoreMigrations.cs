using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>Brings the schema up to this program: numbered SQL files, in order, each once, all in one transaction.</summary>
internal static class StoreMigrations
{
    // Any number that nobody else locks by; the same in every version.
    private const long Lock = 0x74656d706f72616c;
    private const string Folder = "Gauntlet.Temporal.Server.Store.Postgres.Migrations.";

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="StoreException">The schema is of a later version, or a file was changed after it was applied.</exception>
    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock }, transaction);
        await connection.ExecuteAsync(
            $"""
            create schema if not exists {StoreDatabase.Schema};
            create table if not exists migration (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now());
            comment on table migration is 'One row: a step of the schema that was applied.';
            """,
            transaction: transaction);
        var applied = (await connection.QueryAsync<(string Name, string Checksum)>("select name, checksum from migration order by number", transaction: transaction)).ToList();
        var files = Files().ToList();
        if (applied.Count > files.Count)
            throw new StoreException($"The schema {StoreDatabase.Schema} is of a later version: it has step {applied[^1].Name}, which this program does not know. Use that version, or another database.");
        foreach (var ((name, sql, checksum), number) in files.Select((file, index) => (file, index + 1)))
        {
            if (number <= applied.Count)
            {
                if (applied[number - 1].Checksum != checksum)
                    throw new StoreException($"Step {number} of the schema {StoreDatabase.Schema} is {applied[number - 1].Name}, but not as in this program. Use the version that made it, or another database.");
                continue;
            }

            await connection.ExecuteAsync(sql, transaction: transaction);
            await connection.ExecuteAsync("insert into migration (number, name, checksum) values (@number, @name, @checksum)", new { number, name, checksum }, transaction);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static IEnumerable<(string Name, string Sql, string Checksum)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
            yield return (resource[Folder.Length..], sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
        }
    }
}
