using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Sees whether open runs are still pinned to versions that are draining.</summary>
/// <remarks>As the real server does by default: first some minutes after a version began to drain, for lists may lag behind, then again and again.</remarks>
internal sealed class DrainageSweep(DeploymentBook book, VisibilityIndex runs, TimeProvider clock, ILogger<DrainageSweep> log) : IAsyncDisposable
{
    /// <summary>From one look at a version to the next.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _end = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Begins, and goes on until disposed; called once.</summary>
    public void Start() => _loop = Task.Run(LoopAsync);

    /// <summary>Looks at the versions that are due.</summary>
    public async Task SweepAsync()
    {
        var now = clock.GetUtcNow();
        foreach (var (@namespace, deployment, version) in book.Versions.Where(one => IsDue(one.Version, now)).ToList())
        {
            var isDry = !HasOpen(@namespace, deployment.Version(version.Build));
            await book.ChangeAsync(@namespace, deployment.Name, (known, at) =>
                known is not null && known.Versions.TryGetValue(version.Build, out var same) && IsDue(same, now)
                    ? (known.Counted(version.Build, isDry, at), true)
                    : (known, false));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _end.Dispose();
    }

    private static bool IsDue(DeploymentVersion version, DateTimeOffset now) => version.Stage == VersionStage.Draining && version.DrainageChecked + Interval <= now;

    // The key says which builds a run has; the rest is to be looked at.
    private bool HasOpen(string @namespace, WorkerVersion version) =>
        runs.Find(@namespace, new RunFilter(static run => run.Record.Status == WorkflowExecutionStatus.Running, [VersionAttributes.PinnedTo(version)], $"open runs of {version}")).Any();

    private async Task LoopAsync()
    {
        using var interval = new PeriodicTimer(Tick, clock);
        try
        {
            while (await interval.WaitForNextTickAsync(_end.Token))
            {
                try
                {
                    await SweepAsync();
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    log.LogWarning(error, "Draining versions could not be looked at; the next look tries again.");
                }
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The server ends.
            return;
        }
    }
}
