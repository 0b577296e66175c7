using Dapper;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Paper;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Paper;

internal sealed class PaperStore(NpgsqlDataSource database) : IPaperStore
{
    private const string InsertSession = """
        insert into paper_session (study, trial, artifact, window_hash, plan) values (@Study, @Trial, @Artifact, @windowHash, @Plan::jsonb)
        on conflict (study, trial) do nothing
        """;

    private const string SelectSession = "select plan::text from paper_session where study = @Study and trial = @Trial and artifact = @Artifact";

    private const string SelectStep = "select receipt::text from equity where study = @Study and trial = @Trial and bar = @bar";

    private const string InsertFill = """
        insert into strategy_order (study, trial, bar, origin, quantity) values (@Study, @Trial, @Bar, @Origin, @Quantity)
        on conflict (study, trial, bar) do nothing;
        insert into fill (study, trial, bar, filled_at, quantity, price, fee) values (@Study, @Trial, @Bar, @At, @Quantity, @Price, @Fee)
        on conflict (study, trial, bar) do nothing;
        insert into position (study, trial, bar, quantity, cash) values (@Study, @Trial, @Bar, @Position, @Cash)
        on conflict (study, trial, bar) do nothing;
        """;

    private const string InsertDay = """
        insert into paper_day (study, trial, day, record) values (@Study, @Trial, @Day, @DayRecord::jsonb)
        on conflict (study, trial, day) do nothing;
        """;

    private const string InsertEquity = """
        insert into equity (study, trial, bar, closed_at, equity, benchmark_equity, weight, receipt)
        values (@Study, @Trial, @Bar, @ClosedAt, @Equity, @BenchmarkEquity, @Weight, @Receipt::jsonb)
        on conflict (study, trial, bar) do nothing;
        """;

    // A step shares the session, a flattening has it alone, so that neither overlooks the other.
    private const string Share = "select 1 from paper_session where study = @Study and trial = @Trial for share";

    private const string Own = "select 1 from paper_session where study = @Study and trial = @Trial for update";

    private const string SelectFlattened = "select exists (select from paper_flattening where study = @Study and trial = @Trial and bar = @Bar)";

    private const string InsertFlattening = """
        insert into paper_flattening (study, trial, asked_bar, bar, reason)
        select @Study, @Trial, @Bar, greatest(@Bar, (select coalesce(max(bar) + 1, 0) from equity where study = @Study and trial = @Trial)), @Reason
        on conflict (study, trial, asked_bar) do nothing
        """;

    private const string SelectBars = """
        select e.bar, e.closed_at, e.equity, e.benchmark_equity, e.weight, f.quantity as fill_quantity, f.price as fill_price, f.fee as fill_fee
        from equity e left join fill f using (study, trial, bar)
        where e.study = @Study and e.trial = @Trial
        order by e.bar
        """;

    public async Task<PaperPlan> OpenAsync(CandidateKey candidate, string windowHash, PaperPlan plan, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            var row = new { candidate.Study, candidate.Trial, candidate.Artifact, windowHash, Plan = Json.Write(plan) };
            await connection.ExecuteAsync(new CommandDefinition(InsertSession, row, cancellationToken: cancellation));
        }

        return await FindAsync(candidate, cancellation) ?? throw new CorruptEvidenceException($"Paper session of {candidate} trades another artifact than {candidate.Artifact}.");
    }

    public async Task<PaperPlan?> FindAsync(CandidateKey candidate, CancellationToken cancellation) =>
        await ScalarAsync(SelectSession, candidate, cancellation) is { } plan ? Json.Read<PaperPlan>(plan, $"Paper session of {candidate}") : null;

    public async Task<PaperStepReceipt?> FindStepAsync(CandidateKey candidate, int bar, CancellationToken cancellation) =>
        await ScalarAsync(SelectStep, new { candidate.Study, candidate.Trial, bar }, cancellation) is { } receipt
            ? Json.Read<PaperStepReceipt>(receipt, $"Bar {bar} of paper session {candidate}")
            : null;

    public async Task<int> CountAsync(CandidateKey candidate, CancellationToken cancellation)
    {
        const string select = "select coalesce(max(bar) + 1, 0) from equity where study = @Study and trial = @Trial";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(select, candidate, cancellationToken: cancellation));
    }

    public async Task<bool> AddAsync(CandidateKey candidate, StoredStep step, CancellationToken cancellation)
    {
        var rows = new
        {
            candidate.Study,
            candidate.Trial,
            step.Bar,
            Origin = step.Flattened ? "flatten" : "strategy",
            At = step.Fill?.At,
            step.Fill?.Quantity,
            step.Fill?.Price,
            step.Fill?.Fee,
            step.Fill?.Position,
            step.Fill?.Cash,
            Day = step.Receipt.DaysCompleted,
            step.DayRecord,
            ClosedAt = step.Receipt.CloseTime.UtcDateTime,
            step.Equity,
            step.BenchmarkEquity,
            Weight = step.Receipt.Position,
            Receipt = Json.Write(step.Receipt),
        };

        var statements = (step.Fill is null ? string.Empty : InsertFill) + (step.DayRecord is null ? string.Empty : InsertDay) + InsertEquity;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(Share, rows, transaction, cancellationToken: cancellation));
        var flattened = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(SelectFlattened, rows, transaction, cancellationToken: cancellation));
        if (flattened && !step.Flattened) return false;
        await connection.ExecuteAsync(new CommandDefinition(statements, rows, transaction, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task FlattenAsync(PaperFlattening flattening, CancellationToken cancellation)
    {
        var row = new { flattening.Candidate.Study, flattening.Candidate.Trial, flattening.Bar, flattening.Reason };
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(Own, row, transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(InsertFlattening, row, transaction, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
    }

    public Task<IReadOnlyList<int>> FlattenedAsync(CandidateKey candidate, CancellationToken cancellation) =>
        ListAsync<int>("select distinct bar from paper_flattening where study = @Study and trial = @Trial order by bar", candidate, cancellation);

    public Task<IReadOnlyList<string>> DaysAsync(CandidateKey candidate, CancellationToken cancellation) =>
        ListAsync<string>("select record::text from paper_day where study = @Study and trial = @Trial order by day", candidate, cancellation);

    public Task<IReadOnlyList<StoredBar>> BarsAsync(CandidateKey candidate, CancellationToken cancellation) => ListAsync<StoredBar>(SelectBars, candidate, cancellation);

    private async Task<string?> ScalarAsync(string select, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(select, parameters, cancellationToken: cancellation));
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string select, CandidateKey candidate, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<T>(new CommandDefinition(select, candidate, cancellationToken: cancellation))).AsList();
    }
}
