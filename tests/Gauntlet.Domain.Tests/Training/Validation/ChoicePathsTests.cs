using Gauntlet.Domain.Training.Validation;

namespace Gauntlet.Domain.Tests.Training.Validation;

public class ChoicePathsTests
{
    // By hand, folds 0 to 2, two of them tested at a time, so that one chooses: fold 2 chooses the second trial for folds 0 and 1, fold 1 the
    // first for 0 and 2, fold 0 the first for 1 and 2. Path 1 takes splits (0,1), (0,1), (0,2); path 2 takes (0,2), (1,2), (1,2).
    [Fact]
    public void Of_ThreeFolds_IsTheWorkedExample()
    {
        double[][] trials = [[3, 2, 1], [0, 1, 4]];

        var found = ChoicePaths.Of(trials).ShouldNotBeNull();

        found.Chosen.ShouldBe(2);
        found.Paths.ShouldBe([(0 + 1 + 1) / 3.0, (3 + 2 + 1) / 3.0]);
    }

    [Fact]
    public void Of_TrialThatIsBestInEveryFold_LosesNothing()
    {
        double[][] trials = [[1, 1, 1, 1, 1], [2, 3, 2, 3, 2], [0, 0, 0, 0, 0]];

        var found = ChoicePaths.Of(trials).ShouldNotBeNull();

        found.Paths.Count.ShouldBe(4);
        found.Paths.ShouldAllBe(path => path == found.Chosen);
    }

    [Fact]
    public void Of_NothingToChoose_IsNothing()
    {
        ChoicePaths.Of([]).ShouldBeNull();
        ChoicePaths.Of([[1, 2, 3]]).ShouldBeNull();
        ChoicePaths.Of([[1, 2], [3, 4]]).ShouldBeNull();
    }

    [Fact]
    public void Of_UnequalFolds_IsRefused() => Should.Throw<ArgumentException>(() => ChoicePaths.Of([[1, 2, 3], [1, 2]]));
}
