using System.Text.RegularExpressions;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Reporting.Pages;

namespace Gauntlet.Reporting.Tests;

public partial class ScorecardPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Render_SameEvidence_IsTheSameBytesAndSmall()
    {
        var page = Render(Card(0));

        page.ShouldBe(Render(Card(0)));
        page.Length.ShouldBeLessThan(300_000);
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldContain("default-src 'none'");
    }

    [Fact]
    public void Render_RejectedCandidate_OpensTheDecidingGateAndSaysWhatWouldChangeIt()
    {
        var page = Render(Card(1));

        page.ShouldContain("Gate&#xA0;1: ✕ fail, 0 of 2 checks");
        page.ShouldContain("Gate&#xA0;2: ○ not reached");
        page.ShouldContain("deflated Sharpe ratio: 0.54 more, or a limit of 0.41 instead of 0.95");
        page.ShouldContain("chance alone could change it");
        page.ShouldContain("Under classic@1 the stored evidence is ✓ promoted");
    }

    [Fact]
    public void Render_PromotedCandidate_FoldsTheOtherGatesAndNamesTheNarrowestChecks()
    {
        var page = Render(Card(0));

        page.ShouldContain("<h2>Gate&#xA0;3: ✓ pass, grade A, 1 of 1 checks</h2>");
        page.ShouldContain("<summary><h2>Gate&#xA0;1: ✓ pass");
        page.ShouldContain("Nothing failed; the checks nearest to their limits:");
    }

    [Fact]
    public void Render_ChainOfProof_NamesEveryRowAndThePerson()
    {
        var page = Render(Card(0));

        foreach (var row in (string[])["dataset aaaaaaaaaaaa…", "study spy-trend", "trial (spy-trend, 2)", "artifact bbbbbbbbbbbb…", "verdict (spy-trend, 2, 1, rigorous@1)", "verdict (spy-trend, 2, 3, rigorous@1)", "promotion (spy-trend, 2)", "study_digest spy-trend"])
            page.ShouldContain(row);
        page.ShouldContain("ana approved at 2026-11-21 12:00 UTC: looked at every scenario");
        page.ShouldContain("ben at 2026-11-21 12:00 UTC: the disk was full");
    }

    [Fact]
    public void Render_Arena_ShowsRanksIntervalsAndWhoIsNotToldApart()
    {
        var page = Render(Card(0));

        page.ShouldContain("Rank by day of 3 candidates, candidate 2 in blue");
        page.ShouldContain("not from 7");
        page.ShouldContain("9 ✕ left on day 2");
        page.ShouldContain("day 2: rank 3 of 3, far behind");
    }

    [Fact]
    public void Render_PaperDays_SayWhatWasAmissWithTheirBars()
    {
        var page = Render(Card(0));

        page.ShouldContain("day 3: 2 late, 1 missing");
        page.ShouldContain("equal weight holds half in the market and half in cash");
        Undefined().Count(page).ShouldBe(0);
    }

    [Fact]
    public void Sentence_CandidateThatHadToLeave_SaysWhy()
    {
        var sample = SampleReport.Create().Candidates[0];
        var left = CheckResult.RequireAtMost("left-arena", 1, 0, Unit.Count, "day 2: rank 3 of 3, far behind");
        var rejected = sample with { Decision = null, Gates = [.. sample.Gates.Take(2), sample.Gates[2] with { Verdict = new Rejected(["left"]), Checks = [left] }] };

        VerdictText.Sentence(rejected, 203).ShouldBe("✕ Rejected at Gate\u00a03: left arena, day 2: rank 3 of 3, far behind (N = 203 trials).");
        ChangeText.Of(rejected).ShouldHaveSingleItem().ShouldBe("Gate\u00a03, left arena: none instead of 1; day 2: rank 3 of 3, far behind");
    }

    private static string Render(Scorecard card) => ScorecardPage.Render(card, "1.0");

    private static Scorecard Card(int candidate)
    {
        var study = SampleReport.Create() with { Arena = [Day(1, null), Day(2, "day 2: rank 3 of 3, far behind"), new(1, 3, [.. Day(3, null).Standings.Take(2)])] };
        var shown = study.Candidates[candidate];
        if (shown.Decision is { } decision)
        {
            shown = shown with
            {
                Decision = decision with { Human = new(true, "ana", "looked at every scenario", Noon) },
                PaperDays = [.. shown.PaperDays.Select(day => day with { ResimulatedFraction = day.ReturnFraction, EqualWeightFraction = 0.001, Remark = day.Day == 3 ? "2 late, 1 missing" : null })],
            };
        }

        return new()
        {
            Study = study,
            Candidate = shown,
            Deflation = [new(2, 0.99), new(200, 0.97), new(20_000, 0.9)],
            Costs = [new(1, 0.1, 1.2), new(2, 0.05, null)],
            Neighbours = [new("fast", "9", 0.8)],
            Fan = [new(1, 1, 1, 1, 1, 1, 1), new(0.8, 0.9, 0.95, 1.02, 1.1, 1.2, 1.3)],
            Worst = [new(143, "crisis", -0.41, [1, 0.8, 0.59], [1, 0.7, 0.5])],
            OtherPolicies = [new("classic@1", new(true, "A", ["All gates passed."]))],
            Retries = [new(shown.Key, Gate.Gate2, "ben", "the disk was full", "No space left", Noon)],
        };
    }

    private static ArenaDay Day(int day, string? pruned) => new(1, day,
    [
        new(2, 1, 1, 0.02, new(-0.01, 0.05, 0.95), null),
        new(7, 2, 1, 0.01, new(-0.02, 0.04, 0.95), null),
        new(9, 3, 2, -0.05, new(-0.07, -0.03, 0.95), pruned),
    ]);

    [GeneratedRegex(@"\b(NaN|Infinity|null)\b|∞", RegexOptions.CultureInvariant)]
    private static partial Regex Undefined();
}
