using Gauntlet.Temporal.Server;
using Temporalio.Tests.Servers;

namespace Gauntlet.Conformance.Tests.Nexus;

/// <summary>Plays Nexus operations on the embedded server, on both of its stores, and on the real one, of which <c>expected</c> was recorded.</summary>
/// <remarks>To record anew: <c>node run.mjs --address HOST:PORT --scenarios …/Nexus/scenarios --record</c> in the kit's folder.</remarks>
public sealed class NexusConformance(ConformanceKit kit, ThrowAwayDatabase database, RealServer real)
    : IClassFixture<ConformanceKit>, IClassFixture<ThrowAwayDatabase>, IClassFixture<RealServer>
{
    [SkippableFact]
    public Task Scenarios_InMemory_AreAsOnTheRealServer() => PlayAsync(new());

    [SkippableFact]
    public async Task Scenarios_OnPostgres_AreAsOnTheRealServer() => await PlayAsync(new() { ConnectionString = await database.NewAsync() });

    [SkippableFact]
    public void Scenarios_OnTheRealServer_AreAsRecorded()
    {
        Skip.If(real.Absent is not null, real.Absent);
        Play(real.Address);
    }

    private async Task PlayAsync(EmbeddedServerOptions options)
    {
        await using var server = await EmbeddedServer.StartAsync(options);
        Play(server.Address);
    }

    private void Play(string address)
    {
        Skip.If(kit.Absence is not null, kit.Absence);
        var results = kit.PlayOwn(address, "Nexus");

        results.ShouldNotBeEmpty();
        results.Where(static result => !result.Passed).Select(static result => $"{result.Name}\n{result.Problem}").ShouldBeEmpty();
    }
}
