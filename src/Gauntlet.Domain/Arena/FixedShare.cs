using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Arena;

/// <summary>A benchmark: a fixed share of equity in the market and the rest in cash, restored at the first bar of every day in UTC.</summary>
/// <remarks>With one market, cash is the second holding: half of each is equal weight, sixty hundredths in the market is 60/40.</remarks>
internal struct FixedShare(double share) : IStrategy
{
    private DateOnly? _day;
    private double _wish;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <inheritdoc/>
    public double OnBar(in Bar bar)
    {
        var day = DateOnly.FromDateTime(bar.OpenTime);
        if (day == _day) return _wish;
        _day = day;

        // The simulator trades when a wish changes: one part in a billion asks for the share anew and is nothing in money.
        return _wish = _wish == share ? share * (1 - 1e-9) : share;
    }
}
