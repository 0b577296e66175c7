using Dapper;
using Gauntlet.Proofs;
using Gauntlet.Proofs.Resume;

namespace Gauntlet.Benchmarks.Training;

/// <summary>
/// A whole study of 100,000 trials through workflow, database and worker: trials a second in its last tenth against its second, by when their
/// rows were written, so that a slow-down shows as a ratio below 1. The first tenth fills what a sampler looks at and is left out.
/// </summary>
internal sealed class LongStudyBenchmark : IBenchmark
{
    private const int Trials = 100_000;

    // The least that training, hold-out and paper can be cut from, and some: what is measured is the study and not its back-tests.
    private const int Days = 1_600;

    public string Name => "long-study";

    public string Suite => "long";

    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        try
        {
            await using var household = await ProofHousehold.OpenAsync(cancellation);
            var file = Path.Combine(household.Home, "daily.csv");
            await File.WriteAllTextAsync(file, DailyMarket.Csv(Days), cancellation);
            await household.CallAsync(["run", "--study", "long", "--market", file, "--trials", $"{Trials}"], cancellation);
            await using var connection = await household.Database.Source.OpenConnectionAsync(cancellation);
            const string select = "select extract(epoch from max(ended_at) - min(ended_at))::float8 from trial where study = 'long' and number between @first and @last";
            async Task<double> RateAsync(int first, int last) =>
                (last - first + 1) / await connection.ExecuteScalarAsync<double>(new CommandDefinition(select, new { first, last }, cancellationToken: cancellation));

            var (second, end) = (await RateAsync(Trials / 10, (Trials / 5) - 1), await RateAsync(Trials - (Trials / 10), Trials - 1));
            var whole = await RateAsync(0, Trials - 1);
            return [new("100,000 trials, last tenth against second", end, second, end / second, "trials/s"), new("100,000 trials, all against second tenth", whole, second, whole / second, "trials/s")];
        }
        catch (ProofSkippedException absent)
        {
            throw new BenchmarkSkippedException(absent.Message);
        }
    }
}
