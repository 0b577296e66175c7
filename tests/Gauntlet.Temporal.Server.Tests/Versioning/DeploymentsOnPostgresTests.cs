using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Tests.Store.Postgres;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

public sealed class DeploymentsOnPostgresTests : DeploymentBookContract, IAsyncLifetime
{
    private ServerStore? _store;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
    }

    private protected override async Task<IRecordStore> CreateAsync() => (_store = await TestCluster.OpenStoreAsync(await TestCluster.NewDatabaseAsync())).Records;
}
