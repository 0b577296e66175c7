using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets;

/// <summary>A study's three windows, declared once: training, then hold-out, then the last complete days for paper, each behind an embargo.</summary>
/// <param name="Training">Bars that trials may measure on.</param>
/// <param name="HoldOut">Bars that only Gate 1 may measure on.</param>
/// <param name="Paper">Bars that only Gate 3 replays.</param>
public sealed record DataWindows(DataWindow Training, DataWindow HoldOut, DataWindow Paper)
{
    /// <summary>Divides a series.</summary>
    /// <param name="series">All bars of the market.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <exception cref="InvalidInputException">Too few bars: says how many are needed and for what.</exception>
    public static DataWindows Of(BarSeries series, WindowOptions? options = null)
    {
        var rules = (options ?? new()).Validated();
        var days = TradingDays.Complete(series);
        if (days.Count < rules.PaperDays) throw TooFew(series, rules, $"it has {days.Count} complete trading days, paper trading needs {rules.PaperDays}");

        var paperStart = days[^rules.PaperDays].Start;
        var paperEnd = days[^1].End;
        var before = paperStart - (2 * rules.EmbargoBars);
        var holdOut = (int)(before * rules.HoldOutFraction);
        var training = before - holdOut;
        if (training < rules.MinimumTrainingBars || holdOut < rules.MinimumHoldOutBars)
        {
            throw TooFew(series, rules, $"that leaves {Math.Max(training, 0)} bars for training and {Math.Max(holdOut, 0)} for the hold-out");
        }

        return new(
            new("training", series, 0, training),
            new("hold-out", series, training + rules.EmbargoBars, holdOut),
            new("paper", series, paperStart, paperEnd - paperStart));
    }

    private static InvalidInputException TooFew(BarSeries series, WindowOptions rules, string found)
    {
        var forHoldOut = (int)Math.Ceiling(Math.Max(rules.MinimumTrainingBars / (1 - rules.HoldOutFraction), rules.MinimumHoldOutBars / rules.HoldOutFraction));
        var needed = forHoldOut + (2 * rules.EmbargoBars) + (rules.PaperDays * series.Calendar.BarsPerDay);
        return new(
            series.Symbol,
            $"{series.Count} bars",
            $"{series.Symbol}: {series.Count} bars are too few: {found}. Give about {needed} bars ({rules.MinimumTrainingBars} to train on, "
            + $"{rules.MinimumHoldOutBars} to hold out, embargoes of {rules.EmbargoBars}, {rules.PaperDays} days of paper trading) or ask for smaller windows.");
    }
}
