using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling.Parzen;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>Explicit histories divided by Optuna 5.0.0; C complete, P pruned, R running, F failed.</summary>
public class TrialSplitTests
{
    [Fact]
    public void Of_PlainHistory_TakesTheBestInOrderOfTrials()
    {
        double[] objectives = [-2.419, 2.594, -1.036, .1647, -1.065, 2.762, 2.693, 1.941, -2.872, 1.187, -.5417, -2.903, -1.231, 1.74, .4537, 2.378, 1.291];
        var points = objectives.Select((objective, number) => new TrialPoint(new(number, ParameterValues.Empty, TrialKind.Completed) { Objective = objective }, [])).ToArray();
        TrialSplit.Of(points).Good.Select(point => point.Number).ShouldBe([5, 6]);
    }

    [Fact]
    public void Of_Nothing_IsNothing() => TrialSplit.Of([]).Finished.ShouldBe(0);
}
