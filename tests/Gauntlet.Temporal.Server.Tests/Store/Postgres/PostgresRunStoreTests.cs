using Gauntlet.Temporal.Server.Store;

namespace Gauntlet.Temporal.Server.Tests.Store.Postgres;

public sealed class PostgresRunStoreTests : RunStoreContract, IAsyncLifetime
{
    private ServerStore? _store;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
    }

    private protected override async Task<IRunStore> CreateAsync() => (_store = await TestCluster.OpenStoreAsync(await TestCluster.NewDatabaseAsync())).Runs;
}
