using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators.Catalogue;

/// <summary>An indicator as the catalogue knows it: name, columns, and how to run it over bars without knowing its type.</summary>
public abstract class IndicatorDefinition
{
    private protected IndicatorDefinition(string name, string description, int smallestLength, IReadOnlyList<string> columns)
    {
        Name = name;
        Description = description;
        SmallestLength = smallestLength;
        Columns = columns;
    }

    /// <summary>Name, e.g. <c>sma</c>.</summary>
    public string Name { get; }

    /// <summary>What it is of what, in a few words.</summary>
    public string Description { get; }

    /// <summary>Smallest length that it takes.</summary>
    public int SmallestLength { get; }

    /// <summary>Names of its values; <c>value</c> where there is only one.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>A fresh indicator.</summary>
    /// <param name="length">Its main length, in bars; further ones follow from it as in the usual defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below <see cref="SmallestLength"/>.</exception>
    public abstract IndicatorRun Open(int length);

    /// <summary>All its values over a series: a column for each of <see cref="Columns"/>, NaN during the warm-up.</summary>
    /// <param name="bars">The market.</param>
    /// <param name="length">Its main length, in bars.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below <see cref="SmallestLength"/>.</exception>
    public double[][] Over(BarSeries bars, int length)
    {
        var run = Open(length);
        var columns = Columns.Select(_ => new double[bars.Count]).ToArray();
        for (var i = 0; i < bars.Count; i++)
        {
            run.Update(bars[i]);
            for (var c = 0; c < columns.Length; c++) columns[c][i] = run.Values[c];
        }

        return columns;
    }
}

/// <summary>A running indicator of whatever type, fed by bars.</summary>
public abstract class IndicatorRun
{
    private protected IndicatorRun()
    {
    }

    /// <summary>Bars until the first value.</summary>
    public abstract int WarmUp { get; }

    /// <summary>True once <see cref="WarmUp"/> bars have been seen.</summary>
    public abstract bool IsReady { get; }

    /// <summary>The values after the last bar, in the order of the columns; NaN before.</summary>
    public abstract ReadOnlySpan<double> Values { get; }

    /// <summary>Takes the next bar.</summary>
    public abstract void Update(in Bar bar);

    /// <summary>Forgets every bar.</summary>
    public abstract void Reset();
}

/// <summary>An indicator of a known type.</summary>
internal sealed class IndicatorDefinition<TIndicator, TIn, TOut>(
    string name,
    string description,
    int smallestLength,
    Func<int, TIndicator> create,
    Func<Bar, TIn> input,
    params (string Name, Func<TOut, double> Read)[] columns)
    : IndicatorDefinition(name, description, smallestLength, [.. columns.Select(column => column.Name)])
    where TIndicator : struct, IIndicator<TIn, TOut>
{
    public override IndicatorRun Open(int length) => new Run(create(Lengths.AtLeast(SmallestLength, length)), input, columns);

    private sealed class Run : IndicatorRun
    {
        private readonly Func<Bar, TIn> _input;
        private readonly (string Name, Func<TOut, double> Read)[] _columns;
        private readonly double[] _values;
        private TIndicator _indicator;

        public Run(TIndicator indicator, Func<Bar, TIn> input, (string Name, Func<TOut, double> Read)[] columns)
        {
            _indicator = indicator;
            _input = input;
            _columns = columns;
            _values = new double[columns.Length];
            Read();
        }

        public override int WarmUp => _indicator.WarmUp;

        public override bool IsReady => _indicator.IsReady;

        public override ReadOnlySpan<double> Values => _values;

        public override void Update(in Bar bar)
        {
            _indicator.Update(_input(bar));
            Read();
        }

        public override void Reset()
        {
            _indicator.Reset();
            Read();
        }

        private void Read()
        {
            var value = _indicator.Value;
            for (var i = 0; i < _values.Length; i++) _values[i] = _columns[i].Read(value);
        }
    }
}
