using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Importance;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

public class ParameterImportanceTests
{
    private static readonly SearchSpace Space = SearchSpace.Of(new(
        "test", [new FloatParameter("idle", "-", 0, 1, 0), new FloatParameter("strong", "-", 0, 1, 0), new FloatParameter("weak", "-", 0, 1, 0), new CategoricalParameter("word", "-", ["a", "b"])], []));

    [Fact]
    public void Of_KnownFunction_RanksItsParametersAndLeavesTheIdleOneToTheDecoy()
    {
        var importance = ParameterImportance.Of(Space, Trials(400), 1).ShouldNotBeNull();

        importance.Parameters.Take(2).Select(one => one.Name).ShouldBe(["strong", "word"]);
        importance.Parameters.Sum(one => one.Share).ShouldBe(1, 1e-12);
        importance.Parameters.ShouldAllBe(one => one.Low <= one.Share && one.Share <= one.High);
        importance.Parameters.Single(one => one.Name == "idle").Share.ShouldBe(importance.Decoy, 0.02);
        importance.Decoy.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Of_ProductOfTwo_IsTheirInteraction()
    {
        var trials = Trials(400).Select(trial => (trial.Point, Objective: (trial.Point[0] - 0.5) * (trial.Point[2] - 0.5))).ToList();

        var strongest = ParameterImportance.Of(Space, trials, 1).ShouldNotBeNull().Interactions[0];

        (strongest.First, strongest.Second).ShouldBe(("idle", "weak"));
        strongest.Share.ShouldBeGreaterThan(0.4);
    }

    [Fact]
    public void Of_SameSeed_IsTheSame() =>
        ParameterImportance.Of(Space, Trials(100), 5)!.Parameters.ShouldBe(ParameterImportance.Of(Space, Trials(100), 5)!.Parameters);

    [Fact]
    public void Of_TooFewTrials_SaysNothing() => ParameterImportance.Of(Space, Trials(39), 1).ShouldBeNull();

    [Fact]
    public void Of_ConstantObjective_SaysNothing() => ParameterImportance.Of(Space, [.. Trials(100).Select(trial => (trial.Point, 1.0))], 1).ShouldBeNull();

    private static List<(double[] Point, double Objective)> Trials(int count)
    {
        var random = new SeededRandom(2);
        return [.. Enumerable.Range(0, count).Select(_ => Space.Draw(random)).Select(point => (point, (4 * point[1]) + (0.5 * point[2]) + point[3]))];
    }
}
