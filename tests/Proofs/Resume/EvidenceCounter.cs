using Dapper;
using Gauntlet.Storage.Database;

namespace Gauntlet.Proofs.Resume;

/// <summary>How far a study has come, as rows of evidence: trials, scenarios and paper bars.</summary>
internal sealed class EvidenceCounter(GauntletDatabase database)
{
    private const string Select = """
        select (select count(*) from trial where study = @study)
             + (select count(*) from scenario_result r join candidate c on c.artifact = r.artifact where c.study = @study)
             + (select count(*) from position where study = @study)
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Rows by now.</summary>
    public async Task<long> CountAsync(string study, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(Select, new { study }, cancellationToken: cancellation));
    }

    /// <summary>Waits until there are as many rows.</summary>
    public async Task WaitAsync(string study, long rows, CancellationToken cancellation)
    {
        while (await CountAsync(study, cancellation) < rows) await Task.Delay(Pause, TimeProvider.System, cancellation);
    }
}
