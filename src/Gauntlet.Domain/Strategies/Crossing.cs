using System.Runtime.CompilerServices;

namespace Gauntlet.Domain.Strategies;

/// <summary>When one line crosses another.</summary>
/// <remarks>
/// The first comparison is no crossing, whichever line is above. Lines closer than a share of the price count as touching, so that rounding
/// never decides.
/// </remarks>
/// <param name="touching">Distance up to which they touch, as a share of the price; not negative.</param>
internal struct Crossing(double touching)
{
    private int _side;
    private bool _comparable;

    /// <summary>The share that the strategies of the catalogue take.</summary>
    public const double Rounding = 1e-9;

    /// <summary>Takes the next distance of the two lines.</summary>
    /// <param name="distance">First line less second.</param>
    /// <param name="price">Scale of both; positive.</param>
    /// <returns>1 where the first line has crossed above, −1 where it has crossed below, otherwise 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(double distance, double price)
    {
        var before = _side;
        _side = distance > touching * price ? 1 : distance < -touching * price ? -1 : 0;
        var crossed = _comparable && _side != 0 && _side != before ? _side : 0;
        _comparable = true;
        return crossed;
    }
}
