using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Strategies.Portfolios;

/// <summary>Sixty hundredths in a first market and the rest in a second one, restored now and then; by custom shares and bonds.</summary>
public struct SixtyForty : IPortfolioStrategy
{
    private readonly double _first, _second;
    private RebalanceClock _clock;

    private SixtyForty(ParameterValues values)
    {
        var size = values.Number(Position.Size);
        _first = size * values.Number("first");
        _second = size - _first;
        _clock = new(RebalanceClock.Read(values));
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static PortfolioDefinition Definition { get; } = new PortfolioDefinition<SixtyForty>(
        "sixty-forty",
        "Holds two markets in a fixed proportion, 60 to 40 by default.",
        new(2, 2),
        (values, _) => new(values),
        [
            new FloatParameter("first", "share of the first market, as a fraction; the second takes the rest", Low: 0.05, High: 0.95, Default: 0.6, Step: 0.05),
            RebalanceClock.Parameter,
            Position.SizeParameter,
        ]);

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <inheritdoc/>
    public bool OnBars(in MarketSlice slice, Span<double> weights)
    {
        if (!slice.IsComplete || !_clock.Begins(slice.Time)) return false;
        (weights[0], weights[1]) = (_first, _second);
        return true;
    }
}
