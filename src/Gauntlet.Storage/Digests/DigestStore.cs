using System.Data;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Gauntlet.Contracts.Pipeline;
using Npgsql;

namespace Gauntlet.Storage.Digests;

internal sealed class DigestStore(NpgsqlDataSource database) : IDigestStore
{
    private const string Insert = """
        insert into study_digest (study, digest, rows) values (@study, @Digest, @Rows)
        on conflict (study) do nothing
        """;

    public async Task<StudyDigest> ComputeAsync(string study, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var connection = await database.OpenConnectionAsync(cancellation);

        // One snapshot, so that a digest never mixes two moments.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var rows = 0;
        foreach (var (table, sql) in EvidenceQueries.All)
        {
            var text = new StringBuilder(table).Append('\n');
            await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, new { study }, transaction, cancellationToken: cancellation));
            for (; await reader.ReadAsync(cancellation); rows++) CanonicalText.Append(text, reader);
            hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), rows);
    }

    public async Task<StudyDigest> AddAsync(string study, StudyDigest digest, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            await connection.ExecuteAsync(new CommandDefinition(Insert, new { study, digest.Digest, digest.Rows }, cancellationToken: cancellation));
        }

        return (await FindAsync(study, cancellation))!;
    }

    public async Task<StudyDigest?> FindAsync(string study, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<StudyDigest>(
            new CommandDefinition("select digest, rows from study_digest where study = @study", new { study }, cancellationToken: cancellation));
    }
}
