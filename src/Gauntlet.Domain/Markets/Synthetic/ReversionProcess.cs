using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Markets.Synthetic;

/// <summary>A price of two parts (Poterba and Summers 1988): a share of every shock is taken back in the bars that follow, the rest stays.</summary>
/// <remarks>With x the part that is not yet taken back: expected return = −(1 − φ) x, then x = φ x + share × shock.</remarks>
internal sealed class ReversionProcess(double volatility) : PlantedProcess(volatility)
{
    private const double Transient = 0.8;
    private const double HalfLife = 24;

    private readonly double _persistence = Persistence(HalfLife);
    private double _excess;

    public override PlantedEdge Edge(double periodsPerYear)
    {
        var deviation = (1 - _persistence) * Transient * Volatility / Math.Sqrt(1 - (_persistence * _persistence));
        return new(deviation, HalfLife, Volatility, MeanOfSize * deviation / Volatility * Math.Sqrt(periodsPerYear));
    }

    public override double Next(SeededRandom random) => (_persistence - 1) * _excess;

    public override void See(double shock) => _excess = (_persistence * _excess) + (Transient * shock);
}
