using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Sharpe ratio of the best trial where it was chosen against that in the other half of time, a dot a split: what choosing is worth.</summary>
internal static class ChoiceChart
{
    private const double Height = 240;

    public static void Draw(Markup page, ChoiceTest test)
    {
        var x = Wide([.. test.Splits.Select(split => split.InSample)], 1000);
        var y = Wide([.. test.Splits.Select(split => split.OutOfSample), 0], Height);
        var losing = test.Splits.Count(split => split.OutOfSample < 0);
        page.Element("h3", "What choosing the best is worth");
        new Plot(page, x, y, $"Probability of overfitting {Numbers.Probability(test.Probability)} over {test.Splits.Count} splits")
            .Rules("grid", y.Ticks(4))
            .Rules("zero", 0)
            .Shape("dots", Dots.Path(test.Splits.Select(split => (x.Of(split.InSample), Height - y.Of(split.OutOfSample)))))
            .Texts()
            .Ticks(y.Ticks(4), value => Numbers.Ratio(value))
            .Axis(Numbers.Ratio(x.Low), "annual Sharpe ratio where it was chosen", Numbers.Ratio(x.High))
            .Caption($"Upwards: its annual Sharpe ratio in the other half. {Numbers.Count(test.Trials)} trials, {Numbers.Count(test.Splits.Count)} splits of time into halves: the chosen one is no better than the median in {Numbers.Percent(test.Probability)} of them (pure noise: about half) and loses in {Numbers.Percent((double)losing / test.Splits.Count)}; slope {Numbers.Ratio(test.Slope, signed: true)}, a negative one is the mark of overfitting.");
    }

    private static Scale Wide(double[] values, double length)
    {
        var (low, high) = (values.Min(), values.Max());
        var pad = Math.Max((high - low) * 0.05, 1e-9);
        return new(low - pad, high + pad, length);
    }
}
