using Gauntlet.Temporal.Server;
using Xunit.Abstractions;

namespace Gauntlet.Conformance.Tests;

/// <summary>Plays what Temporal's own servers were seen to do against the embedded one.</summary>
/// <remarks>The files <c>passing.*.txt</c> name the scenarios that must pass; the others are shown, so that a new one can be added.</remarks>
public sealed class EmbeddedServerConformance(ConformanceKit kit, ThrowAwayDatabase database, ITestOutputHelper output)
    : IClassFixture<ConformanceKit>, IClassFixture<ThrowAwayDatabase>
{
    [SkippableFact]
    public Task Main_ScenariosThatPassed_StillPass() => PlayAsync("main", new());

    [SkippableFact]
    public Task TimeSkipping_ScenariosThatPassed_StillPass() => PlayAsync("timeskipping", new() { TimeSkipping = true });

    [SkippableFact]
    public async Task MainOnPostgres_ScenariosThatPassed_StillPass() =>
        await PlayAsync("main", new() { ConnectionString = await database.NewAsync() });

    [SkippableFact]
    public async Task TimeSkippingOnPostgres_ScenariosThatPassed_StillPass() =>
        await PlayAsync("timeskipping", new() { TimeSkipping = true, ConnectionString = await database.NewAsync() });

    private async Task PlayAsync(string suite, EmbeddedServerOptions options)
    {
        Skip.If(kit.Absence is not null, kit.Absence);
        var passing = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, $"passing.{suite}.txt")))
            .Where(static line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
        await using var server = await EmbeddedServer.StartAsync(options);

        var results = kit.Play(server.Address, suite);

        output.WriteLine($"{results.Count(static r => r.Passed)} of {results.Count} scenarios pass.");
        Show("pass, but are not in the list", results.Where(r => r.Passed && !passing.Contains(r.Name)));
        Show("do not pass yet", results.Where(r => !r.Passed && !passing.Contains(r.Name)));
        passing.Except(results.Select(static r => r.Name), StringComparer.Ordinal).ShouldBeEmpty("these names are in the list, but not in the kit");
        results.Where(r => !r.Passed && passing.Contains(r.Name)).Select(static r => $"{r.Name}\n{r.Problem}").ShouldBeEmpty("these passed before");
    }

    private void Show(string what, IEnumerable<ScenarioResult> results)
    {
        foreach (var group in results.GroupBy(_ => what, StringComparer.Ordinal))
        {
            output.WriteLine($"{group.Count()} {what}:");
            foreach (var result in group) output.WriteLine($"  {result.Name}");
        }
    }
}
