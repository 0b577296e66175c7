using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Training;

namespace Gauntlet.Domain.Tests.Training;

public class EarlyEndTests
{
    // Objectives with a standard deviation of 1; the expected maximum of 100 normal values is 2.5306, of 50 it is 2.2763 (López de Prado's formula).
    private static readonly SearchProgress Progress = new() { Completed = 101, Mean = 0, Squares = 100, Records = [new(20, 1), new(50, 2), new(90, 2.5)] };

    [Fact]
    public void DeflatedGain_LatterHalf_IsWhatItBroughtBeyondLuck() => EarlyEnd.DeflatedGain(Progress, 100).ShouldNotBeNull().ShouldBe(0.5 - (2.5306 - 2.2763), 1e-3);

    [Fact]
    public void Judge_GainBelowWhatIsAskedFor_EndsAndSaysSo() => EarlyEnd.Judge(Progress, 100, 0.3).ShouldNotBeNull().ShouldContain("latter half of 100 trials");

    [Fact]
    public void Judge_GainEnough_GoesOn() => EarlyEnd.Judge(Progress, 100, 0.2).ShouldBeNull();

    [Fact]
    public void Judge_NothingAskedFor_GoesOn() => EarlyEnd.Judge(Progress, 100, null).ShouldBeNull();

    [Fact]
    public void Judge_FewTrials_GoesOn() => EarlyEnd.Judge(Progress with { Completed = 49 }, 100, 1000).ShouldBeNull();
}
