using Gauntlet.Temporal.Server.Store;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

public sealed class DeploymentsInMemoryTests : DeploymentBookContract
{
    private protected override Task<IRecordStore> CreateAsync() => Task.FromResult<IRecordStore>(new MemoryRecordStore());
}
