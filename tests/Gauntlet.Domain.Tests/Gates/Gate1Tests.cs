using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Training;

namespace Gauntlet.Domain.Tests.Gates;

public class Gate1Tests
{
    private static readonly GatePolicy Rigorous = GatePolicies.Find("rigorous@1");
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Judge_GoodCandidate_PassesEveryCheck()
    {
        var verdict = Gate1.Judge(Rigorous, Good());
        verdict.Verdict.ShouldBe(new Passed());
        verdict.Policy.ShouldBe("rigorous@1");
        verdict.Checks.Select(check => check.Name).ShouldBe(
        [
            "hold-out-embargo", "minimum-trades", "exposure", "volatility", "sharpe-ratio", "probabilistic-sharpe-ratio", "deflated-sharpe-ratio",
            "max-drawdown", "excess-sharpe-ratio", "cost-stress", "walk-forward-consistency", "overfitting-probability", "parameter-neighbourhood", "edge-decay",
        ]);
    }

    [Fact]
    public void Judge_NullLimit_IsNotAskedFor() =>
        Gate1.Judge(GatePolicies.Find("classic@1"), Good()).Checks.ShouldNotContain(check => check.Name == "deflated-sharpe-ratio");

    [Fact]
    public void Judge_SwitchedOff_IsSkippedAndNotPassed()
    {
        var off = GatePolicies.Parse("off", """{ "name": "off", "version": 1, "extends": "rigorous@1", "gate1": { "enabled": false } }""");
        Gate1.Judge(off, Good()).Verdict.ShouldBeOfType<Skipped>().Reason.ShouldContain("off@1");
    }

    [Fact]
    public void Judge_HoldOutIsTraining_IsAnError() =>
        Gate1.Judge(Rigorous, Good() with { HoldOut = Good().Training }).Verdict.ShouldBeOfType<Faulted>().Error.ShouldContain("same bars as training");

    [Fact]
    public void Judge_HoldOutOverlapsTraining_IsAnError()
    {
        var evidence = Good();
        evidence = evidence with { HoldOut = evidence.HoldOut with { From = evidence.Training.To.AddHours(-1) } };
        Gate1.Judge(Rigorous, evidence).Verdict.ShouldBeOfType<Faulted>().Error.ShouldContain("do not overlap");
    }

    [Fact]
    public void Judge_ModelThatNeverTrades_IsRejectedByEveryCheckThatCanSeeIt()
    {
        var flat = Good().Candidate with { Trades = 0, ExposureFraction = 0, AnnualVolatilityFraction = 0, Sample = new(8000, 8760, null, 0, 3), MaxDrawdownFraction = 0 };
        var verdict = Gate1.Judge(Rigorous, Good() with { Candidate = flat, Record = flat.Sample, CostStresses = [new(2, flat)] });
        verdict.Checks.Where(check => !check.Passed).Select(check => check.Name).ShouldBe(
            ["minimum-trades", "exposure", "volatility", "sharpe-ratio", "probabilistic-sharpe-ratio", "deflated-sharpe-ratio", "excess-sharpe-ratio", "cost-stress", "parameter-neighbourhood", "edge-decay"]);
        verdict.Verdict.ShouldBeOfType<Rejected>().Reasons.Count.ShouldBe(10);
    }

    [Fact]
    public void Deflated_MoreTrials_MakeItHarder()
    {
        var record = Good() with { Record = new(23_000, 8760, 0.03, 0, 3) };
        var many = Deflated(record with { Trials = record.Trials with { CentralCount = 2_000_000 } });
        many.Because.ShouldContain("best of 2000000 worthless trials");
        many.Value!.Value.ShouldBeLessThan(Deflated(record).Value!.Value - 0.1);
    }

    // By hand: variance 1/9999 at most, E[max of 200] = 2.7655239, so the benchmark is 0.02765662 a bar; √9999·(0.03 − 0.02765662)/√(1 + 0.5·0.03²) = 0.23428.
    [Fact]
    public void Deflated_WideScatter_IsCappedAtSamplingError() =>
        Deflated(Good() with { Trials = new(200, 200, 0, 0, 200, 0.01), Record = new(10_000, 8760, 0.03, 0, 3) }).Value!.Value.ShouldBe(Normal.Cdf(0.23428), 1e-4);

    [Fact]
    public void CostStress_FactorThatWasNotRun_CannotPass()
    {
        var verdict = Gate1.Judge(Rigorous, Good() with { CostStresses = [] });
        var check = verdict.Checks.Single(c => c.Name == "cost-stress");
        (check.Value, check.Passed).ShouldBe((null, false));
        check.Because.ShouldContain("no run at 2 times");
    }

    [Fact]
    public void Sharpe_Interval_HoldsTheValue()
    {
        // By hand: 0.04 ± 1.959964·√((1 + 0.5·0.04²)/7999) a bar, times √8760.
        var interval = Gate1.Judge(Rigorous, Good()).Checks.Single(c => c.Name == "sharpe-ratio").Interval!;
        interval.Low.ShouldBe((0.04 - 0.0219229) * Math.Sqrt(8760), 1e-3);
        interval.High.ShouldBe((0.04 + 0.0219229) * Math.Sqrt(8760), 1e-3);
    }

    internal static BacktestEvidence Good()
    {
        var figures = new BacktestFigures
        {
            ReturnFraction = 0.4,
            AnnualReturnFraction = 0.44,
            AnnualVolatilityFraction = 0.12,
            Sample = new(8000, 8760, 0.04, 0, 3),
            MaxDrawdownFraction = 0.08,
            Trades = 60,
            ExposureFraction = 0.9,
            TurnoverPerYear = 100,
            FeesFraction = 0.05,
        };
        return new()
        {
            Training = new(Start, Start.AddHours(18_000), 18_000, new('a', 64)),
            HoldOut = new(Start.AddHours(18_024), Start.AddHours(26_024), 8000, new('b', 64)),
            EmbargoBars = 24,
            Candidate = figures,
            Benchmark = figures with { Sample = figures.Sample with { SharpePerPeriod = 0.01 }, MaxDrawdownFraction = 0.3 },
            CostStresses = [new(1.5, figures), new(2, figures), new(3, figures)],
            Record = new(23_000, 8760, 0.045, 0, 3),
            Folds = [.. Enumerable.Range(0, 5).Select(_ => new Domain.Training.Evaluation.FoldScore(3, 0.5, 0.1, 0.05, 20))],
            Trials = new(200, 198, 1, 1, 200, 0.0001),
            Overfitting = new(64, 252, 0.1, 1.2),
            Neighbours = [.. Enumerable.Range(0, 4).Select(i => Near(3 + (0.1 * i)))],
        };
    }

    // Record of Good: 0.045·√8760 = 4.21 a year, so a neighbour keeps half from 2.11 on.
    [Theory]
    [InlineData(2.2, true)]
    [InlineData(2.0, false)]
    public void Neighbourhood_HalfOfTheNeighbours_MustKeepHalf(double sharpe, bool passes)
    {
        var verdict = Gate1.Judge(Rigorous, Good() with { Neighbours = [Near(4), Near(sharpe), Near(-1), Near(null)] });
        var check = verdict.Checks.Single(c => c.Name == "parameter-neighbourhood");
        check.Passed.ShouldBe(passes);
        check.Value.ShouldBe(passes ? 0.5 : 0.25);
    }

    [Fact]
    public void Neighbourhood_EvidenceWithoutIt_CannotPass() =>
        Gate1.Judge(Rigorous, Good() with { Neighbours = [] }).Checks.Single(c => c.Name == "parameter-neighbourhood").Value.ShouldBeNull();

    [Fact]
    public void Overfitting_MoreThanHalfOfTheSplits_IsRejected() =>
        Gate1.Judge(Rigorous, Good() with { Overfitting = new(64, 252, 0.6, -0.2) }).Verdict.ShouldBeOfType<Rejected>().Reasons.ShouldHaveSingleItem().ShouldContain("60");

    // By hand: folds (0.045·23,000 − x·8,000)/15,000 a bar, standard error √(1/15,000 + 1/8,000) = 0.0138444; x = 0.04 leaves 0.0476667 and 0.55377 errors.
    [Theory]
    [InlineData(0.04, 0.55377, true)]
    [InlineData(0.01, 3.87641, false)]
    public void Decay_HoldOutFarBehindTheFolds_IsRejected(double held, double deviations, bool passes)
    {
        var evidence = Good();
        var check = Gate1.Judge(Rigorous, evidence with { Candidate = evidence.Candidate with { Sample = evidence.Candidate.Sample with { SharpePerPeriod = held } } }).Checks.Single(c => c.Name == "edge-decay");
        check.Value!.Value.ShouldBe(deviations, 1e-4);
        check.Passed.ShouldBe(passes);
    }

    [Fact]
    public void CostStress_RecordThatDoesNotSurvive_IsRejectedThoughTheHoldOutDoes()
    {
        var evidence = Good();
        var check = Gate1.Judge(Rigorous, evidence with { CostStresses = [new(2, evidence.Candidate) { Record = new(23_000, 8760, -0.001, 0, 3) }] }).Checks.Single(c => c.Name == "cost-stress");
        check.Passed.ShouldBeFalse();
        check.Value!.Value.ShouldBe(-0.001 * Math.Sqrt(8760), 1e-9);
    }

    [Fact]
    public void Overfitting_SingleTrial_LeftNoChoice() =>
        Gate1.Judge(Rigorous, Good() with { Overfitting = new(1, 0, 0, 0) }).Verdict.ShouldBe(new Passed());

    // The four phases by number of trials: least return −50, −20, −10, 0 %; least Sharpe ratio none, −0.5, 0, 0.3; largest drawdown 80, 50, 35, 15 %.
    [Theory]
    [InlineData(10, -0.4, -3, 0.7, true)]
    [InlineData(49, -0.6, 0, 0.1, false)]
    [InlineData(50, -0.19, -0.5, 0.5, true)]
    [InlineData(199, -0.1, -0.6, 0.1, false)]
    [InlineData(200, -0.1, 0, 0.35, true)]
    [InlineData(499, 0, 0.1, 0.36, false)]
    [InlineData(500, 0, 0.3, 0.15, true)]
    [InlineData(500, 0.1, 0.3, 0.16, false)]
    public void Classic_Phases_TightenWithTheNumberOfTrials(int trials, double gain, double sharpe, double drawdown, bool passes)
    {
        var evidence = Good();
        var figures = evidence.Candidate with { ReturnFraction = gain, MaxDrawdownFraction = drawdown, Sample = evidence.Candidate.Sample with { PeriodsPerYear = 1, SharpePerPeriod = sharpe } };
        var verdict = Gate1.Judge(GatePolicies.Find("classic@1"), evidence with { Candidate = figures, Trials = evidence.Trials with { CentralCount = trials } });
        (verdict.Verdict is Passed).ShouldBe(passes);
    }

    [Fact]
    public void Classic_ModelThatNeverTrades_PassesAYoungSearch()
    {
        var flat = Good().Candidate with { Trades = 0, ExposureFraction = 0, AnnualVolatilityFraction = 0, ReturnFraction = 0, MaxDrawdownFraction = 0, Sample = new(8000, 8760, null, 0, 3) };
        Gate1.Judge(GatePolicies.Find("classic@1"), Good() with { Candidate = flat, Trials = Good().Trials with { CentralCount = 20 } }).Verdict.ShouldBe(new Passed());
    }

    private static Neighbour Near(double? sharpe) => new("fast", new([KeyValuePair.Create("fast", (Domain.Strategies.ParameterValue)9)]), sharpe);

    private static CheckResult Deflated(BacktestEvidence evidence) => Gate1.Judge(Rigorous, evidence).Checks.Single(check => check.Name == "deflated-sharpe-ratio");
}
