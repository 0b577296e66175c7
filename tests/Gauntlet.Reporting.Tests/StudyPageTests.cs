using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gauntlet.Reporting.Pages;

namespace Gauntlet.Reporting.Tests;

public partial class StudyPageTests
{
    [Fact]
    public void Render_SameEvidence_IsTheSameBytes() => StudyPage.Render(SampleReport.Create(), "1.0").ShouldBe(StudyPage.Render(SampleReport.Create(), "1.0"));

    [Fact]
    public void Render_AnyStudy_LoadsNothingFromOutside()
    {
        var page = StudyPage.Render(SampleReport.Create(), "1.0");

        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldContain("default-src 'none'");
        var script = Scripts().Matches(page).ShouldHaveSingleItem().Groups["text"].Value;
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script))).ShouldBe(Allowed().Match(page).Groups["hash"].Value);
        script.Length.ShouldBeLessThan(12_000);
    }

    [Fact]
    public void Render_NameWithMarkup_IsText()
    {
        var page = StudyPage.Render(SampleReport.Create("<script>alert('x')</script>"), "1.0");

        page.ShouldNotContain("<script>alert");
        page.ShouldContain("&lt;script&gt;alert");
    }

    [Fact]
    public void Render_UndefinedValue_IsADashAndSaysWhy()
    {
        var page = StudyPage.Render(SampleReport.Create(), "1.0");

        page.ShouldContain("the returns do not vary");
        Undefined().Count(page).ShouldBe(0);
    }

    [Fact]
    public void Render_PromotedCandidate_SaysSoFirst() =>
        StudyPage.Render(SampleReport.Create(), "1.0").ShouldContain("✓ 1 of 2 candidates promoted, from N = 203 trials.");

    [Fact]
    public void Sentence_NobodyPromoted_NamesWhatStoppedTheOneThatCameFurthest()
    {
        var sample = SampleReport.Create();
        VerdictText.Sentence(sample with { Candidates = [sample.Candidates[1]] })
            .ShouldBe("✕ None of 1 candidates promoted, from N = 203 trials. Trial 0 failed at Gate\u00a01: deflated Sharpe ratio 0.41, needs ≥\u00a00.95, and 1 more.");
    }

    [Fact]
    public void Render_RejectedCandidate_NamesTheCheckValueAndLimit() =>
        VerdictText.Sentence(SampleReport.Create().Candidates[1], 203).ShouldBe("✕ Rejected at Gate\u00a01: deflated Sharpe ratio 0.41, needs ≥\u00a00.95, and 1 more (N = 203 trials).");

    [Fact]
    public void Render_SearchedStudy_TellsWhatMattersAndWhatChoosingIsWorth()
    {
        var page = StudyPage.Render(SampleReport.Create(), "1.0");

        page.ShouldContain("90.0&#xA0;% (80.0&#xA0;% to 95.0&#xA0;%)");
        page.ShouldContain("path class=\"idle\"");
        page.ShouldContain("in 40.0&#xA0;% of 2 splits of time into halves");
        page.ShouldContain("slope \u22120.10");
    }

    [Fact]
    public void Render_SearchedStudy_TellsHowFarTrialsCameAndWhy()
    {
        var page = StudyPage.Render(SampleReport.Create(), "1.0");

        page.ShouldContain("trials: 3");
        page.ShouldContain("1 pruned: off limits");
        page.ShouldContain("passed Gate&#xA0;1: 1");
        page.ShouldContain("1 deflated Sharpe ratio");
        page.ShouldContain("promoted: 1");
    }

    [Fact]
    public void Render_SearchedStudy_MeasuresTheChoiceByTheFoldsThatDidNotMakeIt()
    {
        var page = StudyPage.Render(SampleReport.Create(), "1.0");

        page.ShouldContain("shows &#x2B;1.30 on average over the folds that chose it");
        page.ShouldContain("&#x2B;0.80 to &#x2B;1.10 on the 2 paths");
        page.ShouldContain("2 trials, evenly over the search, fall into 1 clusters");
        page.ShouldContain("Plateau: 1 of 2 neighbours of trial 2 earn something");
        page.ShouldContain("is below the limit from about 20,000 trials on");
    }

    [Fact]
    public void Render_Study_TellsItsTimeAndWhyItEnded()
    {
        var page = StudyPage.Render(SampleReport.Create(), "1.0");

        page.ShouldContain("9.3&#xA0;s");
        page.ShouldContain("3.1&#xA0;s a trial, waits and pauses included");
        page.ShouldContain("Ended with its budget of 3 trials.");
    }

    [Fact]
    public void Render_StudyWithoutTimes_SaysSo()
    {
        var sample = SampleReport.Create();

        StudyPage.Render(sample with { Time = null }, "1.0").ShouldContain("the store has no time of a trial");
        StudyPage.Render(sample with { Time = sample.Time! with { LastTrialAt = sample.Time.OpenedAt.AddSeconds(-1) } }, "1.0").ShouldContain("clock was set back");
    }

    [Fact]
    public void Render_EndedEarly_SaysWhyAndNothingOfABudget()
    {
        var page = StudyPage.Render(SampleReport.Create() with { TrainingEndedBecause = "Two hours were over." }, "1.0");

        page.ShouldContain("Ended early: Two hours were over.");
        page.ShouldNotContain("Ended with its budget");
    }

    [Fact]
    public void Render_Slices_MarkThePlateauAndThePrunedTrials()
    {
        var page = StudyPage.Render(SampleReport.Create(), "1.0");

        // Folds of trial 2: 1.5, 1, 1.4, of which the standard error is 0.15.
        page.ShouldContain("1.20 less 0.15 over its 3 folds");
        page.ShouldContain("fast, in logs: 2 completed and 1 pruned trials. Plateau: 12 (1 trial within one standard error of the best).");
        page.ShouldContain("rect class=\"plateau\"");
        page.ShouldContain("hollow: pruned ones at the mean of the folds they ran");
    }

    [Fact]
    public void Render_SlicesOfManyTrials_AreBandsOfQuantiles()
    {
        var sample = SampleReport.Create();
        var many = sample with { History = [.. Enumerable.Range(0, 501).Select(i => sample.History[0] with { Trial = i, Objective = i % 10 })] };
        var page = StudyPage.Render(many, "1.0");

        page.ShouldContain("from the 5 % to the 95 % quantile");
        page.ShouldContain("path class=\"band\"");
        page.ShouldNotContain("hollow: pruned ones at the mean of the folds they ran, on the floor without any. Lines");
    }

    [Fact]
    public void Render_TrialTable_HasEveryTrialWithItsPlacesOnTheAxesOfTheChart()
    {
        var page = StudyPage.Render(SampleReport.Create(), "1.0");

        // Axes: fast from 2 to 50 in logs, of which 12 is 55.7 %, direction, which these trials do not have, and the objective with 8 % above its best.
        page.ShouldContain("All 2 completed trials, the best first");
        page.ShouldContain($"<tr data-y=\"98,,{Math.Round(220 * 0.08 / 1.16)}\"><th scope=row>2<td>1.20<td>12<td>–");
        page.ShouldContain("data-axes=\"[{&quot;name&quot;:&quot;fast&quot;,&quot;low&quot;:2,&quot;high&quot;:50,&quot;log&quot;:true},{&quot;name&quot;:&quot;direction&quot;");
        page.ShouldContain("path class=\"picked\"");
    }

    [Fact]
    public void Render_TrialTableOfMany_HoldsTheBest()
    {
        var sample = SampleReport.Create();
        var page = StudyPage.Render(sample with { History = [.. Enumerable.Range(0, 1_000).Select(i => sample.History[0] with { Trial = i, Objective = i })] }, "1.0");

        page.ShouldContain("The 200 best of 1,000 completed trials");
        page.ShouldContain("<th scope=row>800<");
        page.ShouldNotContain("<th scope=row>799<");
    }

    [Fact]
    public void Render_RepeatedTrial_IsMarkedAndCounted()
    {
        var sample = SampleReport.Create();
        var page = StudyPage.Render(sample with { History = [.. sample.History, sample.History[2] with { Trial = 3 }] }, "1.0");

        page.ShouldContain("0 failed, 1 repeated here");
        page.ShouldContain("class=\"sign repeated\"");
    }

    [Fact]
    public void Render_FailedTrial_IsACrossOnTheFloor()
    {
        var sample = SampleReport.Create();
        var failed = sample.History[1] with { Trial = 3, State = Contracts.Training.TrialState.Failed, FoldValues = [], Reason = "DivideByZeroException: by zero" };
        StudyPage.Render(sample with { History = [.. sample.History, failed] }, "1.0").ShouldContain("class=\"sign failed\"");
    }

    [Fact]
    public void Render_ManyTrials_StaysSmall()
    {
        var sample = SampleReport.Create();
        var many = sample with
        {
            History = [.. Enumerable.Range(0, 100_000).Select(i => sample.History[i % 2] with
            {
                Trial = i,
                Objective = i % 2 == 0 ? Math.Sin(i) : null,
                Parameters = new Dictionary<string, Contracts.Training.ParameterValue>(StringComparer.Ordinal) { ["fast"] = Contracts.Training.ParameterValue.Of(2 + (i % 49)) },
            })],
        };

        StudyPage.Render(many, "1.0").Length.ShouldBeLessThan(300_000);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    public void Render_ManyParameters_StaysSmall(int trials)
    {
        var sample = SampleReport.Create();
        var names = Enumerable.Range(0, 12).Select(i => $"parameter-{i}").ToList();
        var wide = sample with
        {
            Search = sample.Search! with { Axes = [.. names.Select(name => new Contracts.Reports.SearchAxis(name, -1, 1, false, null))], Importances = [], Pairs = [] },
            History = [.. Enumerable.Range(0, trials).Select(i => sample.History[i % 4 == 1 ? 1 : 0] with
            {
                Trial = i,
                Objective = i % 4 == 1 ? null : Math.Sin(i),
                Parameters = names.Select((name, place) => (name, Value: Math.Sin((i * 1.7) + (place * i)))).ToDictionary(pair => pair.name, pair => Contracts.Training.ParameterValue.Of(pair.Value), StringComparer.Ordinal),
            })],
        };

        StudyPage.Render(wide, "1.0").Length.ShouldBeLessThan(300_000);
    }

    [Fact]
    public void Render_Study_StaysSmall() => StudyPage.Render(SampleReport.Create(), "1.0").Length.ShouldBeLessThan(150_000);

    [Fact]
    public void Render_Coordinates_AreNumbers() =>
        Coordinates().Matches(StudyPage.Render(SampleReport.Create(), "1.0")).Select(match => match.Groups["path"].Value)
            .ShouldAllBe(path => path.Split(new[] { 'M', 'L', 'l', 'H', 'h', 'V', 'v', 'z', ' ' }, StringSplitOptions.RemoveEmptyEntries).All(part => double.IsFinite(double.Parse(part, CultureInfo.InvariantCulture))));

    [GeneratedRegex(@"\b(NaN|Infinity|null)\b|∞|−0(\.0+)?[^.\d]", RegexOptions.CultureInvariant)]
    private static partial Regex Undefined();

    [GeneratedRegex(@"<script>(?<text>.*?)</script>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"script-src 'sha256-(?<hash>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();

    [GeneratedRegex(@" d=""(?<path>[^""]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Coordinates();
}
