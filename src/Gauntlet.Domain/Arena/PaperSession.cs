using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Arena;

/// <summary>A candidate that trades on paper, one bar after the other, beside its benchmarks on the same bars and at the same costs. Not thread-safe.</summary>
/// <remarks>
/// The benchmarks of one market: buy-and-hold, all in from the first open on; equal weight, half in the market and half in cash; 60/40, sixty
/// hundredths in the market and forty in cash; the latter two restored every day.
/// </remarks>
public sealed class PaperSession
{
    private const double EqualShare = 0.5, SixtyShare = 0.6;

    private readonly ITradingSession _own, _benchmark, _equalWeight, _sixtyForty;
    private readonly double _cash;
    private Bar? _lastBar;
    private PaperBar? _last;

    private PaperSession(ITradingSession own, ExecutionRules execution)
    {
        _own = own;
        _cash = execution.StartingCash;
        _benchmark = TradingSession.Open(new BuyAndHold(), execution);
        _equalWeight = TradingSession.Open(new FixedShare(EqualShare), execution);
        _sixtyForty = TradingSession.Open(new FixedShare(SixtyShare), execution);
    }

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
        var session = new PaperSession(strategy.Open(parameters, execution), execution);
        for (var i = 0; i < window.Start; i++)
        {
            var bar = window.Series[i];
            session._own.Warm(bar);
            session._benchmark.Warm(bar);
            session._equalWeight.Warm(bar);
            session._sixtyForty.Warm(bar);
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
        return _last = new(bar.OpenTime, own.Equity, benchmark.Equity, own.Position * bar.Close / own.Equity, own.TradedValue / own.Equity, condition)
        {
            EqualWeightEquity = _equalWeight.Step(bar).Equity,
            SixtyFortyEquity = _sixtyForty.Step(bar).Equity,
        };
    }

    /// <summary>Gives a bar up that did not come: everything is worth what it was at the last close, nothing fills and nothing is decided.</summary>
    /// <param name="openTime">Open of the missing bar, UTC.</param>
    public PaperBar Miss(DateTime openTime)
    {
        Last = Last with { OpenTime = openTime, Fills = [] };
        var before = _last ?? new(openTime, _cash, _cash, 0, 0, BarCondition.Missing) { EqualWeightEquity = _cash, SixtyFortyEquity = _cash };
        return _last = before with { OpenTime = openTime, TurnoverFraction = 0, Condition = BarCondition.Missing };
    }

    /// <summary>Closes the position at the next bar's open, as an emergency stop may ask.</summary>
    public void Flatten() => _own.Flatten();

    private bool Repeats(in Bar bar) => _lastBar is { } last && last.Open == bar.Open && last.High == bar.High && last.Low == bar.Low && last.Close == bar.Close;
}
