using Gauntlet.Activities.Gates;
using Gauntlet.Contracts.Paper;
using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Markets;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Activities.Paper;

/// <summary>A candidate's paper session in memory: made of stored bars alone, so that any worker can make it at any bar.</summary>
internal sealed class PaperReplay
{
    private readonly DataWindow _window;
    private readonly PaperSession _session;
    private readonly List<PaperBar> _bars = [];
    private readonly IReadOnlyList<TradingDay> _days;

    private PaperReplay(CandidateMaterial candidate)
    {
        Candidate = candidate;
        var study = candidate.Study;
        _window = study.Windows.Paper;
        _days = DaysOf(_window);
        _session = PaperSession.Open(study.Strategy, candidate.Parameters, StudyRules.Execution, _window);
    }

    /// <summary>Whose session it is.</summary>
    public CandidateMaterial Candidate { get; }

    /// <summary>Index of the bar that it trades next.</summary>
    public int Next => _bars.Count;

    /// <summary>Return of the session so far.</summary>
    public double ReturnFraction => Next == 0 ? 0 : (_bars[^1].Equity / StudyRules.Execution.StartingCash) - 1;

    private static double Cash => StudyRules.Execution.StartingCash;

    /// <summary>The days of trading that a window holds completely.</summary>
    public static IReadOnlyList<TradingDay> DaysOf(DataWindow window) =>
        [.. TradingDays.Complete(window.Series).Where(day => day.Start >= window.Start && day.End <= window.End)];

    /// <summary>Trades the bars before one again.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="next">Index of the bar to stand before.</param>
    /// <param name="flattened">Bars at whose open a stop closed the position.</param>
    /// <param name="arrivals">How each of these bars came in.</param>
    public static PaperReplay Before(CandidateMaterial candidate, int next, IReadOnlyCollection<int> flattened, IReadOnlyList<BarArrival> arrivals)
    {
        var replay = new PaperReplay(candidate);
        while (replay.Next < next) replay.Trade(flattened.Contains(replay.Next), arrivals[replay.Next]);
        return replay;
    }

    /// <summary>What a step answers whose bar has not come.</summary>
    public PaperStepReceipt Wait() =>
        new(Next, CloseOf(Next), ReturnFraction, Next == 0 ? 0 : (_bars[^1].BenchmarkEquity / Cash) - 1, Next == 0 ? 0 : _bars[^1].Weight, Ended, (CloseOf(Next) - _window.From).TotalSeconds, Waits: true);

    /// <summary>Trades the next bar and says what is to be stored.</summary>
    /// <param name="flatten">A stop closes the position at its open.</param>
    /// <param name="arrival">How it came in.</param>
    public StoredStep Step(bool flatten, BarArrival arrival)
    {
        var index = Next;
        var bar = Trade(flatten, arrival);
        var ended = Ended;
        var endsDay = ended > 0 && _days[ended - 1].End == _window.Start + Next;
        return new()
        {
            Bar = index,
            Equity = bar.Equity,
            BenchmarkEquity = bar.BenchmarkEquity,
            Flattened = flatten,
            Fill = _session.Last.Fill is { } fill ? new(fill.Time, fill.Quantity, fill.Price, fill.Fee, _session.Last.Position, _session.Last.Cash) : null,
            DayRecord = endsDay ? PaperRecords.ToRecord(PaperLedger.Days(Cash, _bars, _window)[ended - 1]) : null,
            Receipt = new(index, CloseOf(index), ReturnFraction, (bar.BenchmarkEquity / Cash) - 1, bar.Weight, ended, Next < _window.Count ? (CloseOf(Next) - _window.From).TotalSeconds : null),
        };
    }

    private int Ended => _days.Count(day => day.End <= _window.Start + Next);

    private DateTime CloseOf(int index) => _window.Series.Times[_window.Start + index] + _window.Series.Interval;

    private PaperBar Trade(bool flatten, BarArrival arrival)
    {
        if (flatten) _session.Flatten();
        var due = _window.Series[_window.Start + Next];
        var traded = arrival.Condition == BarCondition.Missing ? _session.Miss(due.OpenTime) : _session.Step(due, arrival.Condition == BarCondition.Late);
        _bars.Add(traded with { Duplicates = arrival.Duplicates, Future = arrival.Future });
        return _bars[^1];
    }
}
