using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>One market as the account sees it: its last bar, the position, and what is left of the bar's volume.</summary>
internal sealed class MarketState
{
    // RiskMetrics (1996): weight of the past in the variance of daily returns.
    private const double Decay = 0.94;
    private double _variance = double.NaN;

    public Bar Bar { get; private set; } = new(DateTime.MinValue, double.NaN, double.NaN, double.NaN, double.NaN, 0);

    public bool IsFresh { get; private set; }

    public double Position { get; set; }

    /// <summary>Price at which the position counts now.</summary>
    public double Mark { get; set; } = double.NaN;

    /// <summary>Close of the last bar; restated by splits.</summary>
    public double LastClose { get; private set; } = double.NaN;

    /// <summary>Quantity that can still fill in this bar.</summary>
    public double Capacity { get; set; }

    public int EntryStep { get; set; } = -1;

    public TradeBook Book { get; } = new();

    public double Value => Position == 0 ? 0 : Position * Mark;

    /// <summary>Takes the bar of a step.</summary>
    /// <param name="bar">The bar; without meaning when there is none.</param>
    /// <param name="fresh">Whether there is one.</param>
    /// <param name="participation">Share of its volume that may fill; 0 for everything.</param>
    /// <param name="terms">Rounds to lots.</param>
    public void Receive(in Bar bar, bool fresh, double participation, Terms terms)
    {
        IsFresh = fresh && !double.IsNaN(bar.Open) && !double.IsNaN(bar.Close);
        if (!IsFresh) return;
        Bar = bar;
        Mark = bar.Open;
        Capacity = participation == 0 || bar.Volume == 0 ? double.PositiveInfinity : terms.Lots(participation * bar.Volume);
    }

    /// <summary>Goes to the close of the bar.</summary>
    public void Close()
    {
        if (!IsFresh) return;
        var change = (Bar.Close / LastClose) - 1;
        if (!double.IsNaN(change)) _variance = double.IsNaN(_variance) ? change * change : (Decay * _variance) + ((1 - Decay) * change * change);
        Mark = LastClose = Bar.Close;
    }

    /// <summary>What a fill moves the price, as a fraction; 0 where the volume or the volatility is not known.</summary>
    public double Impact(double quantity, Costs costs)
    {
        if (Bar.Volume == 0) return 0;
        var share = Math.Abs(quantity) / Bar.Volume;
        var root = costs.SquareRootImpact == 0 || double.IsNaN(_variance) ? 0 : costs.SquareRootImpact * Math.Sqrt(_variance * share);
        return Math.Min(0.5, (costs.VolumeShareImpact * share * share) + root);
    }

    /// <summary>Restates the last close after a split.</summary>
    public void Restate(double factor) => LastClose /= factor;
}
