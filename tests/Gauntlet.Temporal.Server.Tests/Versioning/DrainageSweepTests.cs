using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Tests.Time;
using Gauntlet.Temporal.Server.Tests.Visibility;
using Gauntlet.Temporal.Server.Versioning;
using Gauntlet.Temporal.Server.Visibility;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

public sealed class DrainageSweepTests : IAsyncDisposable
{
    private readonly ManualTime _time = new();
    private readonly VisibilityIndex _runs = new(Records.Catalog());
    private readonly DeploymentBook _book;
    private readonly DrainageSweep _sweep;

    public DrainageSweepTests()
    {
        _book = new(new MemoryRecordStore(), new TaskQueues(_time), _time);
        _sweep = new(_book, _runs, _time, NullLogger<DrainageSweep>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        _book.Dispose();
    }

    [Fact]
    public async Task Sweep_WhileARunIsPinned_GoesOnDraining()
    {
        await DrainAsync();
        _runs.Upsert(Records.Run("pinned", attributes: ("BuildIds", """["pinned:shop:1"]""")));
        await LookAsync();
        Version.Stage.ShouldBe(VersionStage.Draining);
        Version.DrainageChecked.ShouldBe(_time.GetUtcNow());

        _runs.Upsert(Records.Run("pinned", closedAfterSeconds: 1, attributes: ("BuildIds", """["pinned:shop:1"]""")));
        await LookAsync();
        Version.Stage.ShouldBe(VersionStage.Drained);
        Version.DrainageChanged.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public async Task Sweep_WithinTheFirstMinutes_DoesNotLook()
    {
        await DrainAsync();
        _time.Advance(DrainageSweep.Interval - TimeSpan.FromSeconds(1));
        await _sweep.SweepAsync();
        Version.Stage.ShouldBe(VersionStage.Draining);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _sweep.SweepAsync();
        Version.Stage.ShouldBe(VersionStage.Drained);
    }

    [Fact]
    public async Task Sweep_RunsOfOtherVersionsOrNotPinned_DoNotCount()
    {
        await DrainAsync();
        _runs.Upsert(Records.Run("other", attributes: ("BuildIds", """["pinned:shop:2"]""")));
        _runs.Upsert(Records.Run("auto", attributes: ("BuildIds", "null")));
        await LookAsync();
        Version.Stage.ShouldBe(VersionStage.Drained);
    }

    private DeploymentVersion Version => _book.Find("default", "shop")!.Versions["1"];

    private async Task DrainAsync()
    {
        await _book.RegisterAsync(new("default", "queue", TaskQueueType.Workflow), new("shop", "1"));
        foreach (var build in new[] { "1", null })
            await _book.ChangeAsync("default", "shop", (deployment, now) => (deployment!.SetCurrent(build, "me", now), true));
    }

    private Task LookAsync()
    {
        _time.Advance(DrainageSweep.Interval);
        return _sweep.SweepAsync();
    }
}
