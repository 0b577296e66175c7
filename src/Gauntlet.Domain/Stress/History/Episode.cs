using System.Globalization;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Stress.History;

/// <summary>A stretch of history by its dates, in units of the market that it happened to: so it can happen to another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Symbol">The market.</param>
/// <param name="DataHash">Hash of the bars that it was cut from.</param>
/// <param name="Bars">Open, high, low and close as logarithms over the close before, in usual deviations of a bar.</param>
public sealed record Episode(string Name, string Symbol, string DataHash, IReadOnlyList<EpisodeBar> Bars)
{
    private const int FewestBars = 10;

    /// <summary>Cuts an episode from a market's bars.</summary>
    /// <param name="dates">Which.</param>
    /// <param name="history">The bars; the year before the episode's end has to be there.</param>
    /// <exception cref="InvalidInputException">The bars do not hold it.</exception>
    public static Episode Cut(EpisodeDates dates, BarSeries history)
    {
        var inside = new List<int>();
        var usual = new List<double>();
        for (var i = 1; i < history.Count; i++)
        {
            if (DateOnly.FromDateTime(history.Times[i]) >= dates.From && DateOnly.FromDateTime(history.Times[i]) <= dates.To) inside.Add(i);
            else usual.Add(Math.Log(history.Close[i] / history.Close[i - 1]));
        }

        if (inside.Count < FewestBars || usual.Count < FewestBars)
        {
            throw new InvalidInputException("gate2.history", history.Symbol, string.Create(
                CultureInfo.InvariantCulture, $"gate2.history: {history.Symbol} has {inside.Count} bars from {dates.From:yyyy-MM-dd} to {dates.To:yyyy-MM-dd} and {usual.Count} beside them; {dates.Id} needs {FewestBars} of each. Give a file that holds them."));
        }

        var unit = Moments.Of([.. usual]).StandardDeviation;
        return new(dates.Id, history.Symbol, history.ContentHash, [.. inside.Select(i =>
        {
            var (bar, before) = (history[i], history.Close[i - 1]);
            double Move(double price) => Math.Log(price / before) / unit;
            return new EpisodeBar(Move(bar.Open), Move(bar.High), Move(bar.Low), Move(bar.Close));
        })]);
    }
}

/// <summary>A bar of an episode; each number a logarithm over the close before, in usual deviations.</summary>
/// <param name="Open">Open.</param>
/// <param name="High">High.</param>
/// <param name="Low">Low.</param>
/// <param name="Close">Close.</param>
public sealed record EpisodeBar(double Open, double High, double Low, double Close);

/// <summary>An episode that can be replayed, by its dates, both included.</summary>
/// <param name="Id">Id of its model.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record EpisodeDates(string Id, DateOnly From, DateOnly To)
{
    /// <summary>All of them: the financial crisis from the week before Lehman to the low, and the pandemic's five weeks from high to low, of the S&amp;P 500.</summary>
    public static IReadOnlyList<EpisodeDates> All { get; } =
    [
        new("replay-2008@1", new(2008, 9, 2), new(2009, 3, 9)),
        new("replay-2020@1", new(2020, 2, 19), new(2020, 3, 23)),
    ];

    /// <summary>The dates of a model's id; null where it replays none.</summary>
    public static EpisodeDates? Find(string id) => All.FirstOrDefault(dates => dates.Id == id);
}
