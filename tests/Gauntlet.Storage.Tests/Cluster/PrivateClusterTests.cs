using System.Diagnostics;
using Gauntlet.Storage.Cluster;
using Npgsql;

namespace Gauntlet.Storage.Tests.Cluster;

public sealed class PrivateClusterTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"gauntlet-cluster-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_directory)) Directory.Delete(_directory, recursive: true);
    }

    [SkippableFact]
    public async Task StartAsync_EmptyDirectory_ServesADatabaseInUtf8WithCLocale()
    {
        await using var cluster = await StartAsync();
        var address = await cluster.CreateDatabaseAsync("gauntlet");
        await using var connection = await OpenAsync(address.ConnectionString);
        await using var command = new NpgsqlCommand("select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database where datname = 'gauntlet'", connection);
        (await command.ExecuteScalarAsync()).ShouldBe("UTF8 C");
    }

    [SkippableFact]
    public async Task StartAsync_StartedBefore_KeepsTheData()
    {
        await using (var first = await StartAsync())
        {
            await using var connection = await OpenAsync((await first.CreateDatabaseAsync("kept")).ConnectionString);
            await using var command = new NpgsqlCommand("create table kept as select 42 as answer", connection);
            await command.ExecuteNonQueryAsync();
        }

        await using var second = await StartAsync();
        await using var again = await OpenAsync((await second.CreateDatabaseAsync("kept")).ConnectionString);
        await using var read = new NpgsqlCommand("select answer from kept", again);
        (await read.ExecuteScalarAsync()).ShouldBe(42);
    }

    [SkippableFact]
    public async Task KeepAsync_ServerKilled_StartsItAgainAtItsPort()
    {
        await using var cluster = await StartAsync();
        var address = await cluster.CreateDatabaseAsync("kept");
        var (first, restarted) = (cluster.ProcessId, new TaskCompletionSource());
        using var end = new CancellationTokenSource();
        var watch = cluster.KeepAsync(TimeProvider.System, restarted.SetResult, end.Token);

        Process.GetProcessById(first).Kill();
        await restarted.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await (await OpenAsync(address.ConnectionString)).DisposeAsync();
        cluster.ProcessId.ShouldNotBe(first);

        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(watch);
    }

    [SkippableFact]
    public async Task StartAsync_WrongPassword_IsRefused()
    {
        await using var cluster = await StartAsync();
        var builder = new NpgsqlConnectionStringBuilder((await cluster.CreateDatabaseAsync("gauntlet")).ConnectionString) { Password = "guess", Pooling = false };
        var refusal = await Should.ThrowAsync<PostgresException>(() => OpenAsync(builder.ConnectionString));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [SkippableFact]
    public async Task StartAsync_Password_IsReadableToItsOwnerOnly()
    {
        await using var cluster = await StartAsync();
        File.GetUnixFileMode(Path.Combine(cluster.Directory, "password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [SkippableFact]
    public async Task StartAsync_CalledAsRoot_RunsAsSomebodyElse()
    {
        await using var cluster = await StartAsync();
        var owner = Command.Run("ps", "-o", "user=", "-p", $"{cluster.ProcessId}").Output.Trim();
        owner.ShouldNotBeEmpty();
        owner.ShouldNotBe("root");
    }

    [SkippableFact]
    public async Task StartAsync_ClusterRunsAlready_JoinsItAndItStaysUntilTheLastHasGone()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        second.ProcessId.ShouldBe(first.ProcessId);

        await first.DisposeAsync();
        var address = await second.CreateDatabaseAsync("gauntlet");
        await (await OpenAsync(address.ConnectionString)).DisposeAsync();
        await second.DisposeAsync();
        IsRunning(first.ProcessId).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task StartAsync_ServerWasKilled_StartsAgainBesideItsLeftovers()
    {
        await using var crashed = await StartAsync();
        using (var server = Process.GetProcessById(crashed.ProcessId))
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        File.Exists(Path.Combine(crashed.Directory, "data", "postmaster.pid")).ShouldBeTrue();
        await using var next = await StartAsync();
        next.ProcessId.ShouldNotBe(crashed.ProcessId);
        await next.CreateDatabaseAsync("gauntlet");
    }

    [SkippableFact]
    public async Task StartAsync_NumberOfADeadServerGivenToAnotherProcess_StartsAgain()
    {
        string data;
        await using (var cluster = await StartAsync()) data = Path.Combine(cluster.Directory, "data");
        await File.WriteAllLinesAsync(Path.Combine(data, "postmaster.pid"), [$"{Environment.ProcessId}", data, "1", "5432", string.Empty, "127.0.0.1", "1 1", "ready"]);

        await using var next = await StartAsync();
        await next.CreateDatabaseAsync("gauntlet");
    }

    [SkippableFact]
    public async Task StartAsync_UserKilled_ClusterEndsWithIt()
    {
        var account = ClusterAccount.Choose();
        var cluster = await StartAsync();
        var users = Path.Combine(cluster.Directory, "users.lock");

        // Another user that cannot tidy up: a process that holds the shared lock until it is killed.
        using var user = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec 9<\"$0\"; flock -s 9; echo held; exec cat", users]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        (await user.StandardOutput.ReadLineAsync()).ShouldBe("held");
        using var undertaker = Undertaker.Start(account, users, PostgresBinaries.Find().PathOf("pg_ctl"), Path.Combine(cluster.Directory, "data"), null);

        await cluster.DisposeAsync();
        IsRunning(cluster.ProcessId).ShouldBeTrue();

        user.Kill();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await undertaker.WaitForExitAsync(patience.Token);
        using var all = await FileLock.TakeAsync(users, FileShare.None, TimeSpan.FromSeconds(30), patience.Token);
        IsRunning(cluster.ProcessId).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task DisposeAsync_Ephemeral_DeletesTheDirectory()
    {
        RequirePostgres();
        await using (await PrivateCluster.StartAsync(new() { Directory = _directory, Ephemeral = true })) Directory.Exists(_directory).ShouldBeTrue();
        Directory.Exists(_directory).ShouldBeFalse();
    }

    [Fact]
    public async Task StartAsync_NoPrograms_NamesTheRemedy()
    {
        var error = await Should.ThrowAsync<ClusterException>(() => PrivateCluster.StartAsync(new() { Directory = _directory, BinaryDirectory = "/nowhere" }));
        error.Message.ShouldContain("/nowhere");
        error.Message.ShouldContain("apt-get install postgresql");
        Directory.Exists(_directory).ShouldBeFalse();
    }

    private static bool IsRunning(int process) => Command.Run("ps", "-o", "stat=", "-p", $"{process}").Output.Trim() is { Length: > 0 } state && state[0] != 'Z';

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static void RequirePostgres()
    {
        try
        {
            PostgresBinaries.Find();
        }
        catch (ClusterException error)
        {
            Skip.If(true, error.Message);
        }
    }

    private Task<PrivateCluster> StartAsync()
    {
        RequirePostgres();
        return PrivateCluster.StartAsync(new() { Directory = _directory });
    }
}
