using System.Net;
using System.Net.Sockets;
using Dapper;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Tests.Database;

public class GauntletDatabaseTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task OpenAsync_NothingListens_NamesAddressAndRemedyWithoutThePassword()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => GauntletDatabase.OpenAsync(DatabaseAddress.Parse($"postgres://u:s3cret@127.0.0.1:{port}/d")));
        error.Message.ShouldContain($"postgres://u@127.0.0.1:{port}/d");
        error.Message.ShouldContain("GAUNTLET_DATABASE");
        error.ToString().ShouldNotContain("s3cret");
    }

    [SkippableFact]
    public async Task OpenAsync_WrongPassword_SaysSo()
    {
        var right = fixture.Database.Address;
        var wrong = DatabaseAddress.Parse($"postgres://gauntlet:s3cret@{right.Host}:{right.Port}/{right.Database}");
        (await Should.ThrowAsync<DatabaseUnavailableException>(() => GauntletDatabase.OpenAsync(wrong))).Message.ShouldContain("refuses the user or the password");
    }

    [SkippableFact]
    public async Task OpenAsync_ManyAtOnce_ApplyEachStepOnce()
    {
        Skip.If(fixture.Database is null);
        var address = await TestDatabase.NewAddressAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => GauntletDatabase.OpenAsync(address)));
        await using var connection = await opened[0].Source.OpenConnectionAsync();
        (await connection.QueryAsync<int>("select number from schema_migration order by number")).ShouldBe(Enumerable.Range(1, Migrations.Migration.All.Count));
        foreach (var database in opened) await database.DisposeAsync();
    }

    [SkippableFact]
    public async Task OpenAsync_StepChangedAfterItWasApplied_IsRefused()
    {
        Skip.If(fixture.Database is null);
        var address = await TestDatabase.NewAddressAsync();
        await using (var first = await GauntletDatabase.OpenAsync(address))
        {
            await using var connection = await first.Source.OpenConnectionAsync();
            await connection.ExecuteAsync("update schema_migration set checksum = 'other' where number = 1");
        }

        (await Should.ThrowAsync<DatabaseUnavailableException>(() => GauntletDatabase.OpenAsync(address))).Message.ShouldContain("0001_evidence.sql is not the one of this program");
    }

    [SkippableFact]
    public async Task OpenAsync_SchemaOfANewerProgram_IsRefused()
    {
        Skip.If(fixture.Database is null);
        var address = await TestDatabase.NewAddressAsync();
        await using (var first = await GauntletDatabase.OpenAsync(address))
        {
            await using var connection = await first.Source.OpenConnectionAsync();
            await connection.ExecuteAsync("insert into schema_migration (number, name, checksum) values (999, '0999_later.sql', 'x')");
        }

        (await Should.ThrowAsync<DatabaseUnavailableException>(() => GauntletDatabase.OpenAsync(address))).Message.ShouldContain("0999_later.sql");
    }

    [SkippableFact]
    public async Task Schema_EveryTable_SaysWhatARowIsAndWhoWritesIt()
    {
        await using var connection = await fixture.Database.Source.OpenConnectionAsync();
        var silent = await connection.QueryAsync<string>(
            "select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and coalesce(obj_description(c.oid), '') !~ 'One row: .*Written'");
        silent.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Schema_EveryEvidenceTable_RefusesUpdateDeleteAndTruncate()
    {
        await using var connection = await fixture.Database.Source.OpenConnectionAsync();
        var tables = (await connection.QueryAsync<string>("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'schema_migration'")).AsList();
        tables.Count.ShouldBeGreaterThan(15);
        foreach (var change in tables.SelectMany(t => new[] { $"delete from {t}", $"truncate {t} cascade", $"update {t} set {Column(connection, t)} = null" }))
        {
            (await Should.ThrowAsync<PostgresException>(() => connection.ExecuteAsync(change), change)).MessageText.ShouldContain("evidence is only ever inserted", Case.Sensitive, change);
        }
    }

    private static string Column(NpgsqlConnection connection, string table) =>
        connection.ExecuteScalar<string>("select column_name from information_schema.columns where table_name = @table and is_identity = 'NO' order by ordinal_position limit 1", new { table })!;
}
