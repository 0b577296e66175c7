using Dapper;
using Gauntlet.Domain.Input;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Policies;

internal sealed class PolicyStore(NpgsqlDataSource database) : IPolicyStore
{
    private const string Insert = """
        insert into policy (id, name, version, content_hash, document) values (@Id, @Name, @Version, @ContentHash, @Document::jsonb)
        on conflict do nothing
        """;

    private const string Select = "select name, version, content_hash, document::text as document from policy where id = @id";

    public async Task AddAsync(StoredPolicy policy, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            await connection.ExecuteAsync(new CommandDefinition(Insert, policy, cancellationToken: cancellation));
        }

        await RequireSameAsync(policy, cancellation);
    }

    public async Task RequireSameAsync(StoredPolicy policy, CancellationToken cancellation)
    {
        if (await FindAsync(policy.Id, cancellation) is { } stored && stored.ContentHash != policy.ContentHash)
        {
            throw new InvalidInputException("policy", policy.Id, $"policy: {policy.Id} is already stored with other limits, and a version never changes. Give the changed policy a new version.");
        }
    }

    public async Task<StoredPolicy> ReadAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ?? throw new CorruptEvidenceException($"Policy {id} is not stored.");

    private async Task<StoredPolicy?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<StoredPolicy>(new CommandDefinition(Select, new { id }, cancellationToken: cancellation));
    }
}
