using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Tests.Gates;

public class OverfittingEvidenceTests
{
    private static readonly WalkForward Folds = new(StrategyCatalogue.Find("sma-cross"), DataWindows.Of(SyntheticMarket.Create(SyntheticKind.Trend, 5, 8000).Series).Training.Bars, new(), new());

    [Fact]
    public void Returns_TrialsThatDidNearlyTheSame_CountOnce()
    {
        var alike = OverfittingEvidence.Returns(Folds, [Cross(20, 200), Cross(20, 201), Cross(20, 202), Cross(3, 10)]);
        alike.Count.ShouldBe(2);
        alike[0].ShouldBe(Folds.Run(Cross(20, 200)).Returns);
        alike[1].ShouldBe(Folds.Run(Cross(3, 10)).Returns);
    }

    [Fact]
    public void Of_OneTrialManyTimes_LeavesNoChoice() =>
        OverfittingEvidence.Of(Folds, [Cross(20, 200), Cross(20, 200)]).ShouldBe(new(1, 0, 0, 0));

    // Ten blocks: 10 choose 5 splits.
    [Fact]
    public void Of_DifferentTrials_ComparesThemInEverySplit()
    {
        var found = OverfittingEvidence.Of(Folds, [Cross(3, 10), Cross(5, 40), Cross(20, 200), Cross(60, 390)]);
        found.Splits.ShouldBe(252);
        found.Probability.ShouldBeInRange(0, 1);
    }

    [Fact]
    public void Evenly_MoreThanEnough_TakesFirstAndSpreadsOverAll()
    {
        var taken = OverfittingEvidence.Evenly([.. Enumerable.Range(0, 6400)]);
        taken.Count.ShouldBe(OverfittingEvidence.MaximumTrials);
        taken.ShouldBe([.. Enumerable.Range(0, 64).Select(i => i * 100)]);
    }

    private static ParameterValues Cross(int fast, int slow) =>
        StrategyCatalogue.Find("sma-cross").Parameters.Bind(new([KeyValuePair.Create("fast", (ParameterValue)fast), KeyValuePair.Create("slow", (ParameterValue)slow)]));
}
