using Dapper;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Store.Postgres;
using Gauntlet.Temporal.Server.Tests.Time;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Gauntlet.Temporal.Server.Tests.Store.Postgres;

public class LeaseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly RunKey Run = new("default", "wf", "run");

    [SkippableFact]
    public async Task Open_WhileAnotherServerRuns_IsRefusedUntilItEnds()
    {
        var database = await TestCluster.NewDatabaseAsync();
        await using (await TestCluster.OpenStoreAsync(database))
        {
            var refusal = await Should.ThrowAsync<StoreException>(TestCluster.OpenStoreAsync(database));
            refusal.Message.ShouldContain($"in use by another Temporal server (process {Environment.ProcessId} on");
        }

        await using var next = await TestCluster.OpenStoreAsync(database);
        (await next.Runs.LoadAsync(Run)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Open_AfterAServerDied_TakesOverAtOnce()
    {
        var database = await TestCluster.NewDatabaseAsync();
        await using var dead = await TestCluster.OpenStoreAsync(database, TimeSpan.FromHours(1));

        // What the database sees of a process that was killed: its sessions end, its lease is not given back.
        await TerminateSessionsAsync(database);
        await using var next = await TestCluster.OpenStoreAsync(database);

        (await Should.ThrowAsync<GrpcException>(async () => await dead.Runs.CommitAsync(new([new(State(), [], null)], [], Run.RunId)))).Code.ShouldBe(GrpcStatusCode.Unavailable);
        (await dead.Lost.WaitAsync(Patience)).Message.ShouldContain("has taken over");
    }

    [SkippableFact]
    public async Task Commit_OfAServerThatHungUntilItsLeaseRanOut_WritesNothing()
    {
        var database = await TestCluster.NewDatabaseAsync();
        var hangs = new ManualTime();
        await using var old = await ServerStore.OpenAsync(database, hangs, NullLoggerFactory.Instance, CancellationToken.None, TimeSpan.FromSeconds(1));
        await old.Runs.CommitAsync(new([new(State(), [], null)], [], Run.RunId));

        await using var next = await TestCluster.OpenStoreAsync(database);
        var late = State();
        late.Transitions++;
        (await Should.ThrowAsync<GrpcException>(async () => await old.Runs.CommitAsync(new([new(late, [], 1)], [], null)))).Code.ShouldBe(GrpcStatusCode.Unavailable);

        (await old.Lost.WaitAsync(Patience)).Message.ShouldContain("taken over");
        old.Runs.Outage.IsCompleted.ShouldBeTrue();
        (await next.Runs.LoadAsync(Run))!.Transitions.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Commit_WhileTheDatabaseIsAway_IsToldAndDoneOnceItIsBack()
    {
        var database = await TestCluster.NewDatabaseAsync();
        await using var store = await TestCluster.OpenStoreAsync(database);
        await CloseAsync(database);

        var commit = store.Runs.CommitAsync(new([new(State(), [], null)], [], Run.RunId)).AsTask();
        await store.Runs.Outage.WaitAsync(Patience);
        commit.IsCompleted.ShouldBeFalse();
        (await Should.ThrowAsync<GrpcException>(async () => await store.Records.SaveAsync(new("kind", "default", "id", "1")))).Code.ShouldBe(GrpcStatusCode.Unavailable);
        (await Should.ThrowAsync<GrpcException>(async () => await store.Runs.LoadAsync(Run))).Code.ShouldBe(GrpcStatusCode.Unavailable);

        await OpenAsync(database);
        await commit.WaitAsync(Patience);
        store.Runs.Outage.IsCompleted.ShouldBeFalse();
        (await store.Runs.LoadAsync(Run)).ShouldNotBeNull();
        (await store.Records.ReadAsync("kind")).ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task Reconnect_AfterACommitWhoseAnswerWasLost_KnowsThatItIsCommitted()
    {
        await using var database = new StoreDatabase(await TestCluster.NewDatabaseAsync());
        await using var session = await WriterSession.OpenAsync(database, "me", TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);

        session.NextBatch();
        await session.CommitAsync(new(), 0);
        await session.CloseAsync();
        (await session.IsCommittedAsync(CancellationToken.None)).ShouldBeTrue();

        session.NextBatch();
        await session.CloseAsync();
        (await session.IsCommittedAsync(CancellationToken.None)).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task Commit_OfATextThatTheDatabaseRefuses_FailsAloneAmongOthers()
    {
        await using var store = await TestCluster.OpenStoreAsync(await TestCluster.NewDatabaseAsync());
        var commits = Enumerable.Range(0, 20).Select(number =>
        {
            var key = new RunKey("default", number == 7 ? "bad\0" : $"wf-{number}", $"run-{number}");
            return store.Runs.CommitAsync(new([new(State(key), [], null)], [], key.RunId)).AsTask();
        }).ToList();

        await Should.ThrowAsync<PostgresException>(commits[7]);
        await Task.WhenAll(commits.Where((_, number) => number != 7));
        (await store.Runs.ReadOpenRunsAsync()).Count.ShouldBe(19);
    }

    [SkippableFact]
    public async Task Commit_OfATextThatTheDriverCannotEncode_FailsAloneAndTheWriterGoesOn()
    {
        await using var store = await TestCluster.OpenStoreAsync(await TestCluster.NewDatabaseAsync());
        var commits = Enumerable.Range(0, 20).Select(number =>
        {
            var key = new RunKey("default", number == 7 ? "half a \ud83d" : $"wf-{number}", $"run-{number}");
            return store.Runs.CommitAsync(new([new(State(key), [], null)], [], key.RunId)).AsTask();
        }).ToList();

        await Should.ThrowAsync<ArgumentException>(commits[7]).WaitAsync(Patience);
        await Task.WhenAll(commits.Where((_, number) => number != 7)).WaitAsync(Patience);
        (await store.Runs.ReadOpenRunsAsync()).Count.ShouldBe(19);
    }

    private static RunState State(RunKey? key = null) =>
        new() { Key = key ?? Run, Start = new(), StartTime = DateTimeOffset.UnixEpoch, StartRequestId = "r", Status = Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Running, Transitions = 1 };

    private static async Task CloseAsync(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database);
        await using var connection = await AdminAsync(database);
        await connection.ExecuteAsync($"alter database {settings.Database} allow_connections false");
        await TerminateSessionsAsync(database);
    }

    private static async Task OpenAsync(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database);
        await using var connection = await AdminAsync(database);
        await connection.ExecuteAsync($"alter database {settings.Database} allow_connections true");
    }

    private static async Task TerminateSessionsAsync(string database)
    {
        await using var connection = await AdminAsync(database);
        await connection.ExecuteAsync(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = @Database and pid <> pg_backend_pid()",
            new { new NpgsqlConnectionStringBuilder(database).Database });
    }

    private static async Task<NpgsqlConnection> AdminAsync(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
