using Dapper;
using Gauntlet.Contracts;
using Npgsql;

namespace Gauntlet.Storage.HoldOuts;

internal sealed class HoldOutStore(NpgsqlDataSource database) : IHoldOutStore
{
    private const string Insert = """
        insert into hold_out_opening (study, trial, window_hash, artifact) values (@Study, @Trial, @windowHash, @Artifact)
        on conflict (study, trial) do nothing
        """;

    private const string Count = "select count(distinct artifact)::int from hold_out_opening where window_hash = @windowHash";

    public async Task<int> OpenAsync(CandidateKey candidate, string windowHash, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = new { candidate.Study, candidate.Trial, candidate.Artifact, windowHash };
        await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancellation));
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(Count, row, cancellationToken: cancellation));
    }
}
