using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Strategies.Portfolios;

/// <summary>The same share of the equity in every market, restored now and then.</summary>
/// <remarks>Begins once every market has a bar: what DeMiguel, Garlappi and Uppal (2009) found hard to beat.</remarks>
public struct EqualWeight : IPortfolioStrategy
{
    private readonly double _size;
    private RebalanceClock _clock;

    private EqualWeight(ParameterValues values)
    {
        _size = values.Number(Position.Size);
        _clock = new(RebalanceClock.Read(values));
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static PortfolioDefinition Definition { get; } = new PortfolioDefinition<EqualWeight>(
        "equal-weight",
        "Holds the same share of every market.",
        new(1, int.MaxValue),
        (values, _) => new(values),
        [RebalanceClock.Parameter, Position.SizeParameter]);

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <inheritdoc/>
    public bool OnBars(in MarketSlice slice, Span<double> weights)
    {
        if (!slice.IsComplete || !_clock.Begins(slice.Time)) return false;
        weights.Fill(_size / weights.Length);
        return true;
    }
}
