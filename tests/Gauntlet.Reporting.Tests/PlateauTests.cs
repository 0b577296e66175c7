using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Tests;

public class PlateauTests
{
    private static readonly SearchScale Fast = new(new("fast", 0, 24, false, null));

    [Fact]
    public void StandardError_ThreeFolds_IsTheirDeviationByTheRootOfThree() =>
        Plateau.StandardError(Trial(0, 1, 1) with { FoldValues = [1, 2, 3] })!.Value.ShouldBe(1 / Math.Sqrt(3), 1e-12);

    [Fact]
    public void StandardError_OneFold_IsUnknown() => Plateau.StandardError(Trial(0, 1, 1) with { FoldValues = [1] }).ShouldBeNull();

    [Fact]
    public void Of_GoodTrialsBehindAValley_EndsAtTheValley()
    {
        // The best is 3 ± 1: trials from 2 up are as good, but the one at 20 lies behind a bad one at 15.
        var plateau = Of(Trial(0, 2.5, 1.9), Trial(1, 5.5, 2.1), Trial(2, 8.5, 3), Trial(3, 10.5, 2.5), Trial(4, 15.5, 0), Trial(5, 20.5, 2.9))!;

        plateau.Text.ShouldBe("5.5 to 10.5");
        plateau.Trials.ShouldBe(3);
        var (from, to) = plateau.Spans.ShouldHaveSingleItem();
        from.ShouldBe(5.5 / 24, 1e-12);
        to.ShouldBe(10.5 / 24, 1e-12);
    }

    [Fact]
    public void Of_BadTrialsAmongGoodOnesOfTheSamePart_GoesByTheBestOfThem() =>
        Of(Trial(0, 5.2, 2.5), Trial(1, 5.7, -4), Trial(2, 6.5, 3))!.Text.ShouldBe("5.2 to 6.5");

    [Fact]
    public void Of_NothingElseNearTheBest_IsOneValue() => Of(Trial(0, 5.5, 0), Trial(1, 6.5, 3), Trial(2, 7.5, 1))!.Text.ShouldBe("6.5");

    [Fact]
    public void Of_Words_AreAllThatAreAsGood()
    {
        SearchScale words = new(new("direction", 0, 2, false, ["long", "short", "both"]));
        TrialPoint[] trials = [Word(0, "long", 3), Word(1, "short", 0), Word(2, "both", 2.2)];

        var plateau = Plateau.Of(words, new(words, trials), trials[0])!;

        plateau.Text.ShouldBe("long, both");
        plateau.Spans.Count.ShouldBe(2);
    }

    [Fact]
    public void Of_BestWithoutTheParameter_IsNone()
    {
        var best = Trial(1, 5, 3) with { Parameters = new Dictionary<string, ParameterValue>(StringComparer.Ordinal) };
        Plateau.Of(Fast, new(Fast, [Trial(0, 4, 2)]), best).ShouldBeNull();
    }

    private static Plateau? Of(params TrialPoint[] trials) => Plateau.Of(Fast, new(Fast, trials), trials.MaxBy(trial => trial.Objective)!);

    // Folds of standard error 1 around any objective.
    private static TrialPoint Trial(int number, double fast, double objective) =>
        new(number, TrialState.Completed, objective, new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["fast"] = ParameterValue.Of(fast) }, null) { FoldValues = [-1, 1] };

    private static TrialPoint Word(int number, string word, double objective) =>
        Trial(number, 0, objective) with { Parameters = new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["direction"] = ParameterValue.Of(word) } };
}
