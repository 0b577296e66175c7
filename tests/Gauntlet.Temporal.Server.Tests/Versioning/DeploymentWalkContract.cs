namespace Gauntlet.Temporal.Server.Tests.Versioning;

/// <summary>The walk through deployments shows, on a server, what was recorded on Temporal's own one.</summary>
public abstract class DeploymentWalkContract
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Versioning");

    [SkippableFact]
    public async Task Walk_OnAServer_ShowsWhatWasRecordedOnTheRealOne()
    {
        var seen = string.Join('\n', await PlayAsync(DeploymentWalk.WalkAsync));

        // What was seen stays beside the tests: so the list is recorded anew.
        await File.WriteAllTextAsync(Path.Combine(Folder, $"seen.{GetType().Name}.txt"), seen + "\n");
        seen.Split('\n').ShouldBe((await File.ReadAllTextAsync(Path.Combine(Folder, "deployments.txt"))).TrimEnd('\n').Split('\n'));
    }

    /// <summary>Starts a server of its own for the walk; skips where there is none.</summary>
    private protected abstract Task<IReadOnlyList<string>> PlayAsync(Func<string, Task<IReadOnlyList<string>>> walk);
}
