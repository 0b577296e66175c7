using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.EndToEnd;

/// <summary>The claim of the whole: what is planted gets through, what is noise does not.</summary>
public class GauntletTests
{
    [Fact]
    public void Run_PlantedTrend_PromotesInMostStudies()
    {
        var studies = Enumerable.Range(1, 5).Select(seed => new Study(SyntheticKind.Trend, (ulong)seed).Run(60)).ToList();
        studies.Count(study => study.Any(candidate => candidate.Decision.Promoted)).ShouldBeGreaterThanOrEqualTo(4);
        studies.SelectMany(study => study).Where(candidate => candidate.Decision.Promoted).ShouldAllBe(candidate => candidate.Decision.Grade == "A" || candidate.Decision.Grade == "B");
    }

    [Fact]
    public void Run_Noise_RejectsEveryCandidateWithReasons()
    {
        foreach (var candidate in Enumerable.Range(1, 5).SelectMany(seed => new Study(SyntheticKind.Noise, (ulong)seed).Run(60)))
        {
            candidate.Decision.Promoted.ShouldBeFalse();
            candidate.Decision.Reasons.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Stress_StrategyFittedToNoise_DoesNotProfit()
    {
        var study = new Study(SyntheticKind.Noise, 2);
        var history = study.Train(60);
        var outcomes = study.Candidate(Training.Best(history), history).Stress(Study.Policy).Outcomes;
        outcomes.Count(o => o.ReturnFraction > 0).ShouldBeLessThan(110);
    }

    [Fact]
    public void Run_SameSeedTwice_GivesTheSameVerdicts()
    {
        static string Verdicts() => string.Join('\n', new Study(SyntheticKind.Trend, 7).Run(30).SelectMany(c => c.Gates).SelectMany(g => g.Checks).Select(check => $"{check.Name} {check.Value:R}"));
        Verdicts().ShouldBe(Verdicts());
    }

    [Fact]
    public void Backtest_Evidence_SurvivesItsJson()
    {
        var study = new Study(SyntheticKind.Trend, 1, bars: 9000);
        var history = study.Train(20);
        var evidence = study.Candidate(Training.Best(history), history).Backtest;
        var json = System.Text.Json.JsonSerializer.Serialize(evidence, Contracts.ContractJson.Options);
        var back = System.Text.Json.JsonSerializer.Deserialize<BacktestEvidence>(json, Contracts.ContractJson.Options)!;
        System.Text.Json.JsonSerializer.Serialize(back, Contracts.ContractJson.Options).ShouldBe(json);
        back.Candidate.ShouldBe(evidence.Candidate);
    }

    private static class Training
    {
        public static Domain.Training.Trial Best(Domain.Training.TrialHistory history) => Domain.Training.CandidateSelection.Best(history)[0];
    }
}
