using Gauntlet.Temporal.Server.Tests.Cli;
using Gauntlet.Temporal.Server.Tests.Store.Postgres;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

public sealed class DeploymentWalkInMemoryTests : DeploymentWalkContract
{
    private protected override async Task<IReadOnlyList<string>> PlayAsync(Func<string, Task<IReadOnlyList<string>>> walk)
    {
        await using var server = await EmbeddedServer.StartAsync(new());
        return await walk(server.Address);
    }
}

public sealed class DeploymentWalkOnPostgresTests : DeploymentWalkContract
{
    private protected override async Task<IReadOnlyList<string>> PlayAsync(Func<string, Task<IReadOnlyList<string>>> walk)
    {
        await using var server = await EmbeddedServer.StartAsync(new() { ConnectionString = await TestCluster.NewDatabaseAsync() });
        return await walk(server.Address);
    }
}

public sealed class DeploymentWalkOnRealServerTests : DeploymentWalkContract
{
    private protected override async Task<IReadOnlyList<string>> PlayAsync(Func<string, Task<IReadOnlyList<string>>> walk)
    {
        var cli = TemporalCli.Find();
        Skip.If(cli is null, "../shared/temporal is not there");
        await using var server = await cli.ServeAsync();
        return await walk(server.Address);
    }
}
