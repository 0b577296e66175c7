using Gauntlet.Temporal.Server.Store;

namespace Gauntlet.Temporal.Server.Tests.Store;

public sealed class MemoryRunStoreTests : RunStoreContract
{
    private protected override Task<IRunStore> CreateAsync() => Task.FromResult<IRunStore>(new MemoryRunStore());
}
