using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Quality;

namespace Gauntlet.Activities.Pipeline;

/// <summary>Bars as a request names them, with what is known of their quality.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="Quality">Findings of the check of a file, or the truth of a synthetic market.</param>
internal sealed record MarketSource(BarSeries Bars, object Quality)
{
    /// <summary>Makes a synthetic market, or reads and checks a file.</summary>
    /// <exception cref="InvalidInputException">No such market, or bars that cannot be used.</exception>
    public static MarketSource Load(string market, long seed)
    {
        if (SyntheticMarket.IsNamed(market))
        {
            var made = SyntheticMarket.Named(market, (ulong)seed);
            return new(made.Series, new { made.Kind, made.Seed, made.Edge });
        }

        var text = SourceFile.Read("market", market, $"a CSV file of bars, {string.Join(", ", SyntheticMarket.Names)}");
        var report = DataQuality.Check(new StringReader(text), market);
        var bars = report.Series ?? CsvBars.Read(new StringReader(text), market);
        return new(bars, new { report.Verdict, report.Rows, report.Findings });
    }
}
