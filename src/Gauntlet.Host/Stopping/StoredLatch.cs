using Gauntlet.Contracts.Safety;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;
using Gauntlet.Storage;
using Gauntlet.Storage.Safety;
using Microsoft.Extensions.DependencyInjection;

namespace Gauntlet.Host.Stopping;

/// <summary>The stored latch for verbs that need nothing else of the database.</summary>
internal static class StoredLatch
{
    /// <summary>The latch; open, without starting a database, where none has ever been.</summary>
    public static async Task<LatchState> ReadAsync(Invocation invocation, CancellationToken cancellation)
    {
        var surroundings = invocation.Surroundings;
        if (string.IsNullOrEmpty(surroundings.Environment.GetValueOrDefault("GAUNTLET_DATABASE")) && !Directory.Exists(Path.Combine(surroundings.Home, "postgres")))
            return LatchState.Open;
        return await WithAsync(invocation, store => store.ReadAsync(cancellation), cancellation);
    }

    /// <summary>Does something with the latch's store.</summary>
    public static async Task<LatchState> WithAsync(Invocation invocation, Func<ILatchStore, Task<LatchState>> work, CancellationToken cancellation)
    {
        await using var database = await DatabaseHandle.OpenAsync(invocation, cancellation);
        await using var stores = new ServiceCollection().AddGauntletStorage(database.Database).BuildServiceProvider();
        return await work(stores.GetRequiredService<ILatchStore>());
    }
}
