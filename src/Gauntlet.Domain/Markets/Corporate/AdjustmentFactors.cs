using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets.Corporate;

/// <summary>Collects the factors of a backward adjustment, newest action first.</summary>
internal sealed class AdjustmentFactors(BarSeries bars, IReadOnlyList<CorporateAction> actions)
{
    private readonly List<(int Before, double Price, double Volume)> _factors = [];
    private readonly List<DividendPayment> _payments = [];
    private double _sharesNow = 1;

    public void Apply(CorporateAction action, DividendTreatment dividends)
    {
        var bar = FirstOnOrAfter(action.Date);
        if (bar == 0 || bar == bars.Count) return;
        switch (action)
        {
            case Split split:
                _sharesNow *= split.Ratio;
                _factors.Add((bar, 1 / split.Ratio, split.Ratio));
                break;
            case Dividend dividend:
                Pay(dividend, bar, dividends);
                break;
        }
    }

    public AdjustedBars Result()
    {
        _payments.Reverse();
        if (_factors.Count == 0) return new(bars, _payments);

        var price = new double[bars.Count];
        var volume = new double[bars.Count];
        double priceFactor = 1, volumeFactor = 1;
        var next = 0;
        for (var i = bars.Count - 1; i >= 0; i--)
        {
            for (; next < _factors.Count && i < _factors[next].Before; next++)
            {
                priceFactor *= _factors[next].Price;
                volumeFactor *= _factors[next].Volume;
            }

            price[i] = priceFactor;
            volume[i] = volumeFactor;
        }

        return new(
            new(
                bars.Symbol,
                bars.Interval,
                bars.Times.ToArray(),
                Times(bars.Open, price),
                Times(bars.High, price),
                Times(bars.Low, price),
                Times(bars.Close, price),
                Times(bars.Volume, volume),
                bars.Calendar),
            _payments);
    }

    private void Pay(Dividend dividend, int bar, DividendTreatment dividends)
    {
        if (dividends == DividendTreatment.Pay)
        {
            _payments.Add(new(bar, dividend.Amount / _sharesNow));
            return;
        }

        // A split on the same day has already changed what a share is.
        var split = actions.OfType<Split>().Where(other => FirstOnOrAfter(other.Date) == bar).Aggregate(1.0, (product, other) => product * other.Ratio);
        var last = bars.Close[bar - 1] / split;
        if (dividend.Amount >= last)
        {
            throw new InvalidInputException(
                "value",
                $"{dividend.Amount}",
                $"{bars.Symbol}: the dividend of {dividend.Amount} on {dividend.Date:yyyy-MM-dd} is not below the last close {last}. Give the amount per share in the prices' currency.");
        }

        _factors.Add((bar, 1 - (dividend.Amount / last), 1));
    }

    private int FirstOnOrAfter(DateOnly date)
    {
        var found = bars.Times.BinarySearch(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return found >= 0 ? found : ~found;
    }

    private static double[] Times(ReadOnlySpan<double> values, double[] factors)
    {
        var result = new double[values.Length];
        for (var i = 0; i < result.Length; i++) result[i] = values[i] * factors[i];
        return result;
    }
}
