using Gauntlet.Temporal.Server.Versioning;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

public class DeploymentChangesTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Deployment Shop = DeploymentChanges.New("shop", Start).With("1", Start).With("2", Start);

    [Fact]
    public void SetCurrent_OfAnother_LetsTheFormerDrain()
    {
        var after = Shop.SetCurrent("1", "me", At(1)).SetCurrent("2", "you", At(2));
        (after.Current, after.CurrentChanged, after.Changed, after.LastModifier).ShouldBe(("2", At(2), At(2), "you"));
        var former = after.Versions["1"];
        (former.Stage, former.CurrentSince, former.RoutingChanged, former.FirstActivated, former.LastDeactivated).ShouldBe((VersionStage.Draining, null, At(2), At(1), At(2)));
        (former.DrainageChanged, former.DrainageChecked).ShouldBe((At(2), At(2)));
        (after.Versions["2"].Stage, after.Versions["2"].CurrentSince).ShouldBe((VersionStage.Current, At(2)));
    }

    [Fact]
    public void SetCurrent_OfTheRampingVersion_EndsTheRamp()
    {
        var after = Shop.SetRamp(new("2", 30), "me", At(1)).SetCurrent("2", "me", At(2));
        (after.Ramp, after.RampChanged, after.RampShareChanged).ShouldBe((null, At(2), At(2)));
        (after.Versions["2"].Stage, after.Versions["2"].RampingSince).ShouldBe((VersionStage.Current, null));
    }

    [Fact]
    public void SetCurrent_ToWorkersWithoutVersion_LetsTheFormerDrain()
    {
        var after = Shop.SetCurrent("1", "me", At(1)).SetCurrent(null, "me", At(2));
        (after.Current, after.Versions["1"].Stage).ShouldBe((null, VersionStage.Draining));
    }

    [Fact]
    public void SetRamp_WithAnotherShare_KeepsTheTimeOfTheRamp()
    {
        var after = Shop.SetRamp(new("2", 10), "me", At(1)).SetRamp(new("2", 20), "me", At(2));
        (after.RampChanged, after.RampShareChanged, after.Versions["2"].RampingSince, after.Versions["2"].RoutingChanged).ShouldBe((At(1), At(2), At(1), At(2)));
    }

    [Fact]
    public void SetRamp_ToNothing_LetsTheVersionDrain()
    {
        var after = Shop.SetRamp(new("2", 10), "me", At(1)).SetRamp(null, "me", At(2));
        (after.Ramp, after.RampChanged, after.Versions["2"].Stage).ShouldBe((null, At(2), VersionStage.Draining));
    }

    [Fact]
    public void Counted_UntilDry_IsDrainedAndMayBecomeCurrentAgain()
    {
        var draining = Shop.SetCurrent("1", "me", At(1)).SetCurrent("2", "me", At(2)).Counted("1", isDry: false, At(3));
        (draining.Versions["1"].Stage, draining.Versions["1"].DrainageChanged, draining.Versions["1"].DrainageChecked).ShouldBe((VersionStage.Draining, At(2), At(3)));
        var drained = draining.Counted("1", isDry: true, At(4));
        (drained.Versions["1"].Stage, drained.Versions["1"].DrainageChanged).ShouldBe((VersionStage.Drained, At(4)));
        drained.SetCurrent("1", "me", At(5)).Versions["1"].Stage.ShouldBe(VersionStage.Current);
    }

    [Fact]
    public void Stages_AllSteps_LeadOnAndNoneOutOfNothing()
    {
        VersionStages.All.Values.Distinct().ShouldBe(Enum.GetValues<VersionStage>().Where(stage => stage != VersionStage.Inactive), ignoreOrder: true);
        Should.Throw<InvalidOperationException>(() => VersionStage.Inactive.After(VersionEvent.Deactivated)).Message.ShouldContain("Inactive");
    }

    // The real server's token of a deployment that was made at 14:30:52.174014593 on 21 November 2026, but for the last two digits, which our clock has not.
    [Fact]
    public void Token_OfATime_IsThatTimeAsGoWritesIt()
    {
        var time = new DateTimeOffset(2026, 11, 21, 14, 30, 52, TimeSpan.Zero).AddTicks(1_740_145);
        var real = Convert.FromBase64String("AQAAAA7ik6IcCl9Agf//");
        var ours = ConflictToken.Of(time).ToByteArray();
        ours.Length.ShouldBe(real.Length);
        ours[..12].ShouldBe(real[..12]);
        ours[13..].ShouldBe(real[13..]);
        ByteString.CopyFrom(ours).ShouldNotBe(ConflictToken.Of(time.AddTicks(1)));
    }

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);
}
