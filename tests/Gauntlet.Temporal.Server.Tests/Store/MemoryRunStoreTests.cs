using Gauntlet.Temporal.Server.Store;

namespace Gauntlet.Temporal.Server.Tests.Store;

public sealed class MemoryRunStoreTests : RunStoreContract
{
    private protected override IRunStore Create() => new MemoryRunStore();
}
