namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Turns orders that meet a price into fills: volume, costs, least order, what the account can carry; and books them.</summary>
internal sealed class Execution(ExecutionRules rules, MarketState[] markets)
{
    private const double Dust = 1e-12;
    private readonly List<MarketFill> _fills = [];

    public Terms Terms { get; } = new(rules);

    public Ledger Ledger { get; } = new(rules.StartingCash);

    public IReadOnlyList<MarketFill> Fills => _fills;

    /// <summary>Sum of |quantity| × price of all fills, in money.</summary>
    public double TradedValue { get; private set; }

    /// <summary>Sum over fills of traded value over the equity before the fill.</summary>
    public double Turnover { get; private set; }

    /// <summary>Cash and all positions at their marks.</summary>
    public double Equity
    {
        get
        {
            var equity = (double)Ledger.Cash;
            foreach (var market in markets) equity += market.Value;
            return equity;
        }
    }

    /// <summary>Sum of the unsigned values of all positions.</summary>
    public double Gross
    {
        get
        {
            double gross = 0;
            foreach (var market in markets) gross += Math.Abs(market.Value);
            return gross;
        }
    }

    /// <summary>Fills as much of an order as the bar and the account allow.</summary>
    /// <param name="market">Its market.</param>
    /// <param name="order">The order.</param>
    /// <param name="wanted">Quantity, signed, in whole lots.</param>
    /// <param name="reference">Price of the market.</param>
    /// <param name="step">Index of the step.</param>
    /// <param name="time">Time of the step.</param>
    public Outcome Fill(MarketState market, WorkingOrder order, double wanted, double reference, int step, DateTime time)
    {
        if (wanted == 0) return new(0, true, order.IsTarget ? null : OrderEventKind.RejectedBelowLot);

        var quantity = Math.Abs(wanted) <= market.Capacity ? wanted : Math.CopySign(market.Capacity, wanted);
        if (quantity == 0) return new(0, false, null);

        // Orders that rest in the book make the price; all others take it.
        var rested = order.Type is OrderType.Limit or OrderType.StopLimit;
        var price = rested ? reference : Terms.Price(reference, Math.Sign(quantity), market.Impact(quantity, rules.Costs));
        if (market.Position + wanted != 0 && Math.Abs(wanted) * price < rules.MinimumNotional) return new(0, true, OrderEventKind.RejectedBelowMinimum);

        var allowed = Allowed(market, quantity, price, rested, time);
        if (allowed == 0) return new(0, true, OrderEventKind.RejectedInsufficientCash);
        var target = allowed == wanted && order.IsTarget && !double.IsNaN(order.TargetQuantity) ? order.TargetQuantity : market.Position + allowed;
        Book(market, order.Id, allowed, target, price, rested, order.Reason, step, time);
        market.Capacity -= Math.Abs(allowed);
        if (allowed != quantity)
        {
            Ledger.DropResidue(Math.Abs(allowed) * price);
            return new(allowed, true, OrderEventKind.Reduced);
        }

        return new(allowed, quantity == wanted, null);
    }

    /// <summary>Closes a position at its close, whatever it costs.</summary>
    public void Liquidate(MarketState market, int step, DateTime time)
    {
        var price = Terms.Price(market.Mark, -Math.Sign(market.Position));
        Book(market, 0, -market.Position, 0, price, false, FillReason.Liquidation, step, time);
    }

    /// <summary>Books a cash flow of a position.</summary>
    public void Pay(MarketState market, double amount)
    {
        if (amount == 0) return;
        Ledger.Flow(amount);
        market.Book.AddCash(amount);
    }

    /// <summary>Restates a position after a split; a fraction of a lot is paid at the new open.</summary>
    public void Split(MarketState market, double factor)
    {
        market.Restate(factor);
        if (market.Position == 0) return;
        var exact = market.Position * factor;
        var whole = Terms.Lots(exact);
        var inLieu = (exact - whole) * market.Mark;
        Ledger.Flow(inLieu);
        market.Position = whole;
        market.Book.Split(factor, whole, inLieu);
    }

    private double Allowed(MarketState market, double quantity, double price, bool rested, DateTime time)
    {
        var position = market.Position;
        var target = position + quantity;
        var side = Math.Sign(target);
        var reduces = position * target >= 0 && Math.Abs(target) <= Math.Abs(position);
        if (side == 0 || reduces || rules.Shortage == Shortage.Ignore) return quantity;

        var others = Gross - Math.Abs(market.Value);
        var equity = Equity - market.Value + (position * price);
        var limit = Terms.Limit(side, position, price, equity, others, rested, time);
        if (Math.Abs(target) <= limit) return quantity;
        if (rules.Shortage == Shortage.Reject) return Math.Abs(target) <= limit * (1 + 1e-12) ? quantity : 0;
        var reduced = Terms.Lots(side * limit) - position;
        // Cutting never turns a purchase into a sale, and what only rounding leaves is nothing.
        return reduced * quantity > 0 && Math.Abs(reduced) > Dust * Math.Abs(quantity) ? reduced : 0;
    }

    private void Book(MarketState market, long order, double quantity, double target, double price, bool rested, FillReason reason, int step, DateTime time)
    {
        var value = Math.Abs(quantity) * price;
        var before = Equity - market.Value + (market.Position * price);
        var fee = Terms.Fee(quantity, price, rested, time);
        var inAsset = rules.FeesInAsset && quantity > 0 ? fee / price : 0;
        if (inAsset > 0)
        {
            fee = 0;
            target -= inAsset;
        }

        // A remainder of binary rounding is no position.
        if (Math.Abs(target) <= Dust * Math.Abs(quantity)) target = 0;
        Ledger.Fill(quantity, price, fee);
        market.Position = target;
        TradedValue += value;
        if (before > 0) Turnover += value / before;
        var fill = new Fill(time, quantity, price, fee, reason);
        _fills.Add(new(step, Array.IndexOf(markets, market), order, fill, inAsset));
        market.Book.Add(fill, target);
        Terms.Count(value, time);
    }

    /// <summary>What came of an order that met a price.</summary>
    /// <param name="Quantity">Quantity filled, signed.</param>
    /// <param name="IsDone">Whether it works no more.</param>
    /// <param name="Event">What is to be reported.</param>
    internal readonly record struct Outcome(double Quantity, bool IsDone, OrderEventKind? Event);
}
