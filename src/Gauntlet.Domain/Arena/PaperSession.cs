using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Arena;

/// <summary>A candidate that trades on paper, one bar after the other, beside buy-and-hold. Not thread-safe.</summary>
public sealed class PaperSession
{
    private readonly ITradingSession _own;
    private readonly ITradingSession _benchmark;
    private Bar? _lastBar;

    private PaperSession(ITradingSession own, ITradingSession benchmark) => (_own, _benchmark) = (own, benchmark);

    /// <summary>What the account did in the last bar: its fill, cash and position; default before the first bar.</summary>
    public BarOutcome Last { get; private set; }

    /// <summary>Round trips so far; the last may be open.</summary>
    public IReadOnlyList<Trade> Trades => _own.Trades;

    /// <summary>Opens a session and warms the strategy up.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">The candidate's parameters, complete.</param>
    /// <param name="execution">Cash, costs and limits.</param>
    /// <param name="window">The session's window. All bars before it are shown and never traded, so that the strategy stands where it would had it been running.</param>
    public static PaperSession Open(StrategyDefinition strategy, ParameterValues parameters, ExecutionRules execution, DataWindow window)
    {
        var session = new PaperSession(strategy.Open(parameters, execution), TradingSession.Open(new BuyAndHold(), execution));
        for (var i = 0; i < window.Start; i++)
        {
            var bar = window.Series[i];
            session._own.Warm(bar);
            session._benchmark.Warm(bar);
            session._lastBar = bar;
        }

        return session;
    }

    /// <summary>Trades a bar that has closed.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="late">Whether it came after its decision was due.</param>
    /// <exception cref="InvalidOperationException">The bar is not after the last one.</exception>
    public PaperBar Step(in Bar bar, bool late = false)
    {
        var own = _own.Step(bar);
        var benchmark = _benchmark.Step(bar);
        var condition = late ? BarCondition.Late : Repeats(bar) ? BarCondition.Stale : BarCondition.Good;
        _lastBar = bar;
        Last = own;
        return new(bar.OpenTime, own.Equity, benchmark.Equity, own.Position * bar.Close / own.Equity, own.TradedValue / own.Equity, condition);
    }

    /// <summary>Closes the position at the next bar's open, as an emergency stop may ask.</summary>
    public void Flatten() => _own.Flatten();

    private bool Repeats(in Bar bar) => _lastBar is { } last && last.Open == bar.Open && last.High == bar.High && last.Low == bar.Low && last.Close == bar.Close;
}
