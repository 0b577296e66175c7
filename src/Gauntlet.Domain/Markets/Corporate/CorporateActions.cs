using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets.Corporate;

/// <summary>What becomes of dividends.</summary>
public enum DividendTreatment
{
    /// <summary>Prices before the ex-date are lowered by the dividend's share of the last close, as if it had been reinvested; nothing is paid.</summary>
    Adjust,

    /// <summary>Prices stay; the dividend is paid in cash to who holds the share, and charged to who is short.</summary>
    Pay,
}

/// <summary>Cash that a position earns at a bar's open.</summary>
/// <param name="Bar">Index of the bar on whose open it is paid.</param>
/// <param name="AmountPerShare">Money for a share as the adjusted bars count shares.</param>
public readonly record struct DividendPayment(int Bar, double AmountPerShare);

/// <summary>Bars after corporate actions.</summary>
/// <param name="Bars">Bars with comparable prices throughout.</param>
/// <param name="Payments">Dividends still to be paid, ascending; empty when they are adjusted for.</param>
public sealed record AdjustedBars(BarSeries Bars, IReadOnlyList<DividendPayment> Payments);

/// <summary>The corporate actions of one market, ascending by date.</summary>
/// <remarks>
/// Backward adjustment: prices before a split are divided by its ratio and volumes multiplied; prices before a dividend are multiplied
/// by 1 − dividend / last close (the convention of the Center for Research in Security Prices). The newest prices stay as they are.
/// </remarks>
public sealed class CorporateActions
{
    /// <param name="actions">In any order; two on one day both act, splits first.</param>
    /// <exception cref="InvalidInputException">A ratio or an amount that is not finite and positive.</exception>
    public CorporateActions(IEnumerable<CorporateAction> actions)
    {
        Items = [.. actions.OrderBy(action => action.Date).ThenBy(action => action is Split ? 0 : 1)];
        foreach (var action in Items)
        {
            var value = action switch { Split split => split.Ratio, Dividend dividend => dividend.Amount, _ => 1 };
            if (double.IsFinite(value) && value > 0) continue;
            throw new InvalidInputException("value", $"{value}", $"Corporate action of {action.Date:yyyy-MM-dd}: value {value} is not positive. Give the ratio of a split or the amount of a dividend.");
        }
    }

    /// <summary>No action at all.</summary>
    public static CorporateActions None { get; } = new([]);

    /// <summary>All actions, ascending.</summary>
    public IReadOnlyList<CorporateAction> Items { get; }

    /// <summary>Whether a jump on a day is explained: by a split, a dividend or a statement that it is real.</summary>
    public bool Explain(DateOnly date) => Items.Any(action => action.Date == date);

    /// <summary>Makes prices comparable.</summary>
    /// <param name="bars">Raw bars.</param>
    /// <param name="dividends">What becomes of dividends. Default adjust.</param>
    /// <returns>Bars of the same times; actions before the first bar or after the last change nothing.</returns>
    /// <exception cref="InvalidInputException">A dividend not below the last close before it.</exception>
    public AdjustedBars Apply(BarSeries bars, DividendTreatment dividends = DividendTreatment.Adjust)
    {
        var factors = new AdjustmentFactors(bars, Items);
        // Backwards, so that the shares of a payment can be counted as today's.
        foreach (var action in Items.Reverse()) factors.Apply(action, dividends);
        return factors.Result();
    }
}
