using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Arena;

public class BarIntakeTests
{
    private static readonly FeedPolicy Counting = new() { PatienceFraction = 0.5, DuplicatedBars = FeedRule.Count, FutureBars = FeedRule.Count, MinimumDayCoverageFraction = 0.5 };
    private static readonly FeedPolicy Refusing = Counting with { DuplicatedBars = FeedRule.Refuse, FutureBars = FeedRule.Refuse };
    private static readonly Bar Due = Bar(10);

    [Fact]
    public void Take_TheBarAlone_IsGood() => Take(Counting, [Due]).ShouldBe(new BarArrival(7, BarCondition.Good));

    [Fact]
    public void Take_AskedForAgain_IsLate() => Take(Counting, [Due], asked: 1).ShouldBe(new BarArrival(7, BarCondition.Late));

    [Fact]
    public void Take_NothingCame_IsWaitedForAndThenMissing()
    {
        Take(Counting, []).ShouldBeNull();
        Take(Counting, [], asked: 4, last: true).ShouldBe(new BarArrival(7, BarCondition.Missing));
    }

    [Fact]
    public void Take_TwiceAndOldAndFuture_AreCountedWhereThePolicyCounts() =>
        Take(Counting, [Bar(9), Due, Due, Bar(11), Bar(12)]).ShouldBe(new BarArrival(7, BarCondition.Good, Duplicates: 2, Future: 2));

    [Theory]
    [InlineData(10, "feed: the bar of 2024-01-01 10:00:00Z came twice", "gate3.feed.duplicatedBars")]
    [InlineData(9, "feed: the bar of 2024-01-01 09:00:00Z has had its time", "gate3.feed.duplicatedBars")]
    [InlineData(12, "feed: the bar of 2024-01-01 12:00:00Z is of a time to come", "gate3.feed.futureBars")]
    public void Take_BarThatShouldNotHaveCome_IsRefusedWhereThePolicyRefuses(int hour, string what, string remedy)
    {
        var error = Should.Throw<InvalidInputException>(() => Take(Refusing, [Due, Bar(hour)]));

        error.Message.ShouldStartWith(what);
        error.Message.ShouldContain(remedy);
    }

    [Fact]
    public void Take_OtherPricesThanTheDataSet_IsRefused() =>
        Should.Throw<InvalidInputException>(() => Take(Counting, [Due with { Close = 2 }])).Message.ShouldContain("the data set holds");

    private static Bar Bar(int hour) => new(new DateTime(2024, 1, 1, hour, 0, 0, DateTimeKind.Utc), 1, 1, 1, 1, 1);

    private static BarArrival? Take(FeedPolicy policy, IReadOnlyList<Bar> delivered, int asked = 0, bool last = false) => BarIntake.Take(policy, 7, Due, delivered, asked, last);
}
