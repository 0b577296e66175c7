using System.Diagnostics;
using Dapper;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Proofs;
using Gauntlet.Proofs.Resume;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Benchmarks.Training;

/// <summary>
/// Seconds of a study of 1,000 trials, each a walk-forward over ten years of daily bars, through workflow, database and worker; from the opened
/// study to the picked candidates. The baseline is one thread that does the same trials and nothing else.
/// </summary>
internal sealed class StudyBenchmark : IBenchmark
{
    private const int Trials = 1_000;

    // Seven tenths of what comes before the last week and two embargoes are trained on: 3,650 days.
    private const int Days = 5_270;

    public string Name => "study";

    public string Suite => "training";

    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        try
        {
            await using var household = await ProofHousehold.OpenAsync(cancellation);
            var file = Path.Combine(household.Home, "daily.csv");
            var text = DailyMarket.Csv(Days);
            await File.WriteAllTextAsync(file, text, cancellation);
            await household.CallAsync(["run", "--study", "bench", "--market", file, "--trials", $"{Trials}"], cancellation);
            const string select = "select extract(epoch from s.chosen_at - t.opened_at)::float8 from selection s join study t on t.name = s.study where t.name = 'bench'";
            await using var connection = await household.Database.Source.OpenConnectionAsync(cancellation);
            var value = await connection.ExecuteScalarAsync<double>(new CommandDefinition(select, cancellationToken: cancellation));
            var baseline = Alone(CsvBars.Read(new StringReader(text), "daily"));
            return [new("1,000 trials of ten years", value, baseline, value / baseline, "s")];
        }
        catch (ProofSkippedException absent)
        {
            throw new BenchmarkSkippedException(absent.Message);
        }
    }

    private static double Alone(BarSeries bars)
    {
        var strategy = StrategyCatalogue.Find("sma-cross");
        var space = SearchSpace.Of(strategy.Parameters);
        var evaluator = new TrialEvaluator(strategy, DataWindows.Of(bars, StudyRules.Windows).Training.Bars, StudyRules.Execution, StudyRules.Objective);
        var sampler = Sampler.Create("auto", 1, Trials);
        var history = new TrialHistory(space);
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < Trials; number++)
        {
            var parameters = sampler.Suggest(history, number);
            history.Tell(new Trial(number, parameters, evaluator.Evaluate(parameters)));
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
