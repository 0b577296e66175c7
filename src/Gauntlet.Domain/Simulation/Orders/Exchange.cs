using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Corporate;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Several markets, the orders at work and one account, step by step; the order of events is that of <see cref="ExecutionRules"/>.</summary>
internal sealed class Exchange
{
    private readonly ExecutionRules _rules;
    private readonly MarketState[] _markets;
    private readonly List<WorkingOrder> _orders = [];
    private readonly List<OrderEvent> _events = [];
    private readonly Queue<(int Market, CorporateAction Action)> _actions;
    private readonly Execution _execution;
    private DateTime _time;
    private double _openEquity;
    private long _lastId;
    private int _step = -1;

    public Exchange(int markets, ExecutionRules rules, IReadOnlyList<CorporateActions>? actions = null)
    {
        _rules = rules;
        _markets = [.. Enumerable.Range(0, markets).Select(_ => new MarketState())];
        _actions = new((actions ?? []).SelectMany((one, market) => one.Items.Select(action => (market, action))).OrderBy(pair => pair.action.Date));
        _execution = new(rules, _markets);
        Equity = rules.StartingCash;
    }

    public IReadOnlyList<MarketState> Markets => _markets;

    public IReadOnlyList<OrderEvent> Events => _events;

    public Execution Execution => _execution;

    /// <summary>Equity at the last close.</summary>
    public double Equity { get; private set; }

    public bool IsBust { get; private set; }

    /// <summary>Orders at work, in the order in which they were sent.</summary>
    public IEnumerable<WorkingOrder> Working => _orders.Where(order => !order.IsDone);

    /// <summary>Everything in a step until its close is marked.</summary>
    public void Begin(DateTime time, ReadOnlySpan<Bar> bars, ReadOnlySpan<bool> fresh)
    {
        _step++;
        if (_step > 0) Finance(_time, time);
        _time = time;
        for (var i = 0; i < _markets.Length; i++) _markets[i].Receive(bars[i], fresh[i], _rules.ParticipationFraction, _execution.Terms);
        while (_actions.TryPeek(out var next) && next.Action.Date <= DateOnly.FromDateTime(time)) Apply(_actions.Dequeue());

        _openEquity = _execution.Equity;
        AtOpen();
        Inside();
        foreach (var order in _orders) order.Trailed(Best(order));
        FillAtClose();
        Mark();
        Liquidate();
        _orders.RemoveAll(order => order.IsDone);
    }

    /// <summary>After the decision: what fills at the very close on which it was decided.</summary>
    public void End()
    {
        if (_rules.Timing != FillTiming.SameClose) return;
        _openEquity = Equity;
        FillAtClose();
        Mark();
        _orders.RemoveAll(order => order.IsDone);
    }

    /// <summary>Reports what still works when the bars are over.</summary>
    public void Finish()
    {
        foreach (var order in Working) Report(order, OrderEventKind.OpenAtEnd);
    }

    public long Submit(in Order order)
    {
        if (order.Fault(_markets.Length) is { } fault) throw new InvalidInputException("order", $"{order.Type}", $"Order of market {order.Market}: {fault}.");
        var working = new WorkingOrder(++_lastId, order, ActiveFrom(order.Type));
        working.Trailed(_markets[order.Market].LastClose);
        return Send(working);
    }

    /// <summary>Steers a position to a weight; a later wish takes the place of an earlier one that is active and not done.</summary>
    /// <param name="market">Index of the market.</param>
    /// <param name="weight">Signed fraction of equity.</param>
    /// <param name="atOpen">Whether it fills at the next open, whatever the rules say. Default false.</param>
    public void Steer(int market, double weight, bool atOpen = false)
    {
        var state = _markets[market];
        var quantity = _rules.Sizing switch
        {
            Sizing.AtDecision => _execution.Terms.Lots(weight * Equity / state.LastClose),
            Sizing.Units => _execution.Terms.Lots(weight * _rules.UnitQuantity),
            _ => double.NaN,
        };
        Send(WorkingOrder.ToTarget(++_lastId, market, quantity, double.IsNaN(quantity) ? weight : double.NaN, atOpen ? _step + 1 : ActiveFrom(OrderType.Market), atOpen));
    }

    /// <summary>Sets the levels that protect a position of a side, in place of those before.</summary>
    public void Protect(int market, int side, double stop, double target)
    {
        foreach (var order in _orders.Where(order => order.Market == market && order.IsProtective)) order.IsDone = true;
        if (side == 0) return;
        Attach(market, -side * double.MaxValue, stop, target, _step + 1);
    }

    public void Cancel(long id)
    {
        if (_orders.Find(order => order.Id == id && !order.IsDone) is { } found) Cancel(found);
    }

    public void CancelAll()
    {
        foreach (var order in Working) Cancel(order);
    }

    private int ActiveFrom(OrderType type) => _step + _rules.LatencyBars + (type == OrderType.Market && _rules.Timing == FillTiming.SameClose ? 0 : 1);

    private long Send(WorkingOrder order)
    {
        if (IsBust) Report(order, OrderEventKind.RejectedAccountBust);
        else _orders.Add(order);
        return order.Id;
    }

    private void Finance(DateTime from, DateTime to)
    {
        foreach (var market in _markets)
        {
            if (market.Position != 0) _execution.Pay(market, -Financing.OfPosition(market.Position * market.LastClose, from, to, _rules));
        }

        var interest = Financing.OfCash((double)_execution.Ledger.Cash, from, to, _rules);
        if (interest != 0) _execution.Ledger.Flow(-interest);
    }

    private void Apply((int Market, CorporateAction Action) due)
    {
        var market = _markets[due.Market];
        if (due.Action is Dividend dividend && market.Position != 0) _execution.Pay(market, market.Position * dividend.Amount);
        if (due.Action is not Split split) return;

        _execution.Split(market, split.Ratio);
        foreach (var order in Working.Where(order => order.Market == due.Market))
        {
            order.Split(split.Ratio);
            Report(order, OrderEventKind.Restated);
        }
    }

    private void AtOpen()
    {
        // What frees cash goes first, whatever the order of sending; children of what fills join at the end of the list.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < _orders.Count; i++)
            {
                var order = _orders[i];
                if (!IsAtWork(order, report: pass == 1)) continue;
                if (order.Type == OrderType.Market && AtClose(order)) continue;
                var price = Matching.AtOpen(order, _markets[order.Market].Bar, _step, _rules.Limits);
                if (double.IsNaN(price) || (pass == 0 && !Frees(order, price))) continue;
                Fill(order, price);
            }
        }
    }

    private void Inside()
    {
        var first = 0;
        while (first < _orders.Count)
        {
            var known = _orders.Count;
            for (var i = first; i < _orders.Count; i++)
            {
                var order = _orders[i];
                if (!IsAtWork(order, report: false)) continue;
                var price = Matching.Triggered(order, _markets[order.Market].Bar, _step);
                if (!double.IsNaN(price)) Fill(order, price);
            }

            // A target that an order inside the bar brings along waits for the next bar: nobody knows what came first.
            for (var i = first; i < known; i++)
            {
                var order = _orders[i];
                if (!IsAtWork(order, report: false)) continue;
                var price = Matching.Limited(order, _markets[order.Market].Bar, _step, _rules.Limits);
                if (!double.IsNaN(price)) Fill(order, price);
            }

            first = known;
        }
    }

    private void FillAtClose()
    {
        foreach (var market in _markets.Where(market => market.IsFresh)) market.Mark = market.Bar.Close;
        for (var i = 0; i < _orders.Count; i++)
        {
            var order = _orders[i];
            if (AtClose(order) && IsAtWork(order, report: false)) Fill(order, _markets[order.Market].Bar.Close);
        }
    }

    private void Mark()
    {
        foreach (var market in _markets) market.Close();
        Equity = _execution.Equity;
    }

    private void Liquidate()
    {
        if (Equity > 0 && (_rules.MaintenanceFraction == 0 || Equity >= _rules.MaintenanceFraction * _execution.Gross)) return;
        foreach (var market in _markets.Where(market => market.Position != 0)) _execution.Liquidate(market, _step, _time);
        Equity = _execution.Equity;
        CancelAll();
        IsBust = Equity <= 0;
    }

    // The best price that a trailing trigger follows, once the bar is over.
    private double Best(WorkingOrder order)
    {
        var market = _markets[order.Market];
        return !market.IsFresh || order.ActiveFrom > _step ? double.NaN : order.Side < 0 ? market.Bar.High : market.Bar.Low;
    }

    private bool IsAtWork(WorkingOrder order, bool report)
    {
        if (order.IsDone || order.ActiveFrom > _step) return false;
        var market = _markets[order.Market];
        if (!market.IsFresh) return Waits(OrderEventKind.WaitsNoPrice);
        if (_rules.VolumeIsKnown && market.Bar.Volume == 0) return Waits(OrderEventKind.WaitsNoVolume);
        if (!order.ReduceOnly && !order.IsProtective) return true;
        return market.Position * order.Side < 0 && (_rules.Exits == ExitStart.EntryBar || market.EntryStep < _step || !order.IsProtective);

        bool Waits(OrderEventKind why)
        {
            if (report && !order.IsProtective) Report(order, why);
            return false;
        }
    }

    private bool AtClose(WorkingOrder order) =>
        order.Type == OrderType.MarketOnClose || (order.Type == OrderType.Market && _rules.Timing == FillTiming.SameClose && !order.AtOpen);

    private bool Frees(WorkingOrder order, double price)
    {
        var position = _markets[order.Market].Position;
        var quantity = Quantity(order, price);
        return position * quantity < 0 && Math.Abs(quantity) <= Math.Abs(position);
    }

    private double Quantity(WorkingOrder order, double price)
    {
        var position = _markets[order.Market].Position;
        if (order.IsTarget) return (double.IsNaN(order.TargetQuantity) ? _execution.Terms.Lots(order.TargetWeight * _openEquity / price) : order.TargetQuantity) - position;
        if (order.ReduceOnly || order.IsProtective) return order.Side * Math.Min(Math.Abs(order.Remaining), Math.Abs(position));
        return _execution.Terms.Lots(order.Remaining);
    }

    private void Fill(WorkingOrder order, double reference)
    {
        var market = _markets[order.Market];
        var before = market.Position;
        var outcome = _execution.Fill(market, order, Quantity(order, reference), reference, _step, _time);
        if (outcome.Event is { } what) Report(order, what);
        order.Take(outcome.Quantity);
        order.IsDone = outcome.IsDone;
        if (order.IsDone && order.IsProtective) Cancel(order.Stop ?? order.Target);
        if (!order.IsDone && order.Type is OrderType.Stop or OrderType.Trailing) order.BecomeMarket();
        if (order.IsTarget) Supersede(order);
        if (outcome.Quantity == 0) return;

        if (before * market.Position <= 0)
        {
            if (market.Position != 0) market.EntryStep = _step;
            Unprotect(order.Market, Math.Sign(before), order);
        }

        if (market.Position * outcome.Quantity > 0) Bracket(order, outcome.Quantity);
    }

    // A wish that has come to the market ends those before it.
    private void Supersede(WorkingOrder order)
    {
        foreach (var other in _orders.Where(other => other.IsTarget && other.Market == order.Market && other.Id < order.Id)) other.IsDone = true;
    }

    private void Unprotect(int market, int side, WorkingOrder except)
    {
        if (side == 0) return;
        foreach (var order in _orders.Where(order => order.Market == market && order.IsProtective && order.Side == -side && order != except)) Cancel(order);
    }

    private void Bracket(WorkingOrder parent, double quantity)
    {
        if (double.IsNaN(parent.AttachedStop) && double.IsNaN(parent.AttachedTarget)) return;
        if (parent.Stop is null && parent.Target is null)
        {
            (parent.Stop, parent.Target) = Attach(parent.Market, -quantity, parent.AttachedStop, parent.AttachedTarget, _step);
            return;
        }

        parent.Stop?.Grow(-quantity);
        parent.Target?.Grow(-quantity);
    }

    private (WorkingOrder? Stop, WorkingOrder? Target) Attach(int market, double quantity, double stop, double target, int from)
    {
        var stopOrder = double.IsNaN(stop) ? null : new WorkingOrder(++_lastId, Order.StopOrder(market, quantity, stop), from) { Reason = FillReason.Stop };
        var targetOrder = double.IsNaN(target) ? null : new WorkingOrder(++_lastId, Order.LimitOrder(market, quantity, target), from) { Reason = FillReason.Target };
        if (stopOrder is not null)
        {
            stopOrder.Target = targetOrder;
            _orders.Add(stopOrder);
        }

        if (targetOrder is not null)
        {
            targetOrder.Stop = stopOrder;
            _orders.Add(targetOrder);
        }

        return (stopOrder, targetOrder);
    }

    private void Cancel(WorkingOrder? order)
    {
        if (order is null || order.IsDone) return;
        order.IsDone = true;
        Report(order, OrderEventKind.Cancelled);
    }

    private void Report(WorkingOrder order, OrderEventKind kind) =>
        _events.Add(new(_step, order.Id, order.Type, kind, double.IsNaN(order.Trigger) ? order.Limit : order.Trigger));
}
