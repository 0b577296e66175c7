using System.Text.Json.Nodes;
using Gauntlet.Temporal.Server.Tests.Host;

namespace Gauntlet.Temporal.Server.Tests.TypeScript;

// What the program saw on the real server 1.29.1 is in expected.json: ours must show a worker of the official SDK the same.
public sealed class TypeScriptSdkTests
{
    [SkippableTheory]
    [InlineData(null)]
    [InlineData("0")]
    public async Task Worker_OfTheOfficialSdk_SeesWhatItSeesOnTheRealServer(string? cachedWorkflows)
    {
        var program = await TypeScriptProgram.InstalledAsync();
        Skip.If(program.Absence is not null, program.Absence);
        await using var server = await TestServer.StartAsync();

        var seen = await program.RunAsync(server.Server.Address, cachedWorkflows);

        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "TypeScript", "expected.json")))!.AsObject();
        seen.Select(static check => check.Key).ShouldBe(expected.Select(static check => check.Key));
        foreach (var (check, value) in expected) seen[check]!.ToJsonString().ShouldBe(value!.ToJsonString(), check);
    }
}
