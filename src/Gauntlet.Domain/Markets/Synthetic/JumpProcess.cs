using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Markets.Synthetic;

/// <summary>Jumps that nobody can foresee (Merton 1976), at most one a bar, their mean taken back in every bar: a martingale with heavy tails.</summary>
internal sealed class JumpProcess(double volatility, double jumpsPerBar) : PlantedProcess(volatility)
{
    public const double JumpsPerYear = 25;
    private const double Mean = -0.01;
    private const double Deviation = 0.03;

    private readonly double _compensation = Math.Log(1 + (jumpsPerBar * (Math.Exp(Mean + (Deviation * Deviation / 2)) - 1)));

    public override PlantedEdge Edge(double periodsPerYear)
    {
        var jumps = jumpsPerBar * ((Mean * Mean) + (Deviation * Deviation));
        return new(0, 0, Math.Sqrt((Volatility * Volatility) + jumps), 0);
    }

    public override double Next(SeededRandom random) => 0;

    public override double Jump(SeededRandom random) =>
        (random.NextDouble() < jumpsPerBar ? Mean + (Deviation * random.NextNormal()) : 0) - _compensation;
}
