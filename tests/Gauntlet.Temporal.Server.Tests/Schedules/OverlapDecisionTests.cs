using Gauntlet.Temporal.Server.Schedules;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Schedules;

public sealed class OverlapDecisionTests
{
    private static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Policy, whether one runs, then for three due actions: started, kept, skipped, and what happens to the running one.
    [Theory]
    [InlineData(ScheduleOverlapPolicy.Skip, false, "0", "", 2, false, false)]
    [InlineData(ScheduleOverlapPolicy.Skip, true, "", "", 3, false, false)]
    [InlineData(ScheduleOverlapPolicy.BufferOne, false, "0", "1", 1, false, false)]
    [InlineData(ScheduleOverlapPolicy.BufferOne, true, "", "0", 2, false, false)]
    [InlineData(ScheduleOverlapPolicy.BufferAll, false, "0", "1 2", 0, false, false)]
    [InlineData(ScheduleOverlapPolicy.BufferAll, true, "", "0 1 2", 0, false, false)]
    [InlineData(ScheduleOverlapPolicy.AllowAll, true, "0 1 2", "", 0, false, false)]
    [InlineData(ScheduleOverlapPolicy.CancelOther, true, "", "2", 2, true, false)]
    [InlineData(ScheduleOverlapPolicy.CancelOther, false, "0", "2", 1, false, false)]
    [InlineData(ScheduleOverlapPolicy.TerminateOther, true, "", "2", 2, false, true)]
    public void Of_ThreeDueActions_FollowsThePolicy(ScheduleOverlapPolicy policy, bool isRunning, string started, string kept, int skipped, bool cancel, bool terminate)
    {
        var due = Enumerable.Range(0, 3).Select(i => new DueAction(First.AddHours(i), policy, IsManual: false)).ToList();

        var decision = OverlapDecision.Of(isRunning, due);

        Hours(decision.Start).ShouldBe(started);
        Hours(decision.Keep).ShouldBe(kept);
        (decision.Skipped, decision.Cancel, decision.Terminate).ShouldBe((skipped, cancel, terminate));
    }

    [Fact]
    public void Of_NothingDue_DoesNothing()
    {
        var decision = OverlapDecision.Of(isRunning: true, []);

        decision.Start.ShouldBeEmpty();
        decision.Cancel.ShouldBeFalse();
    }

    private static string Hours(IEnumerable<DueAction> actions) => string.Join(' ', actions.Select(a => (a.Nominal - First).TotalHours));
}
