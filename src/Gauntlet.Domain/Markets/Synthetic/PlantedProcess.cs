using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Markets.Synthetic;

/// <summary>The part of a synthetic market that can be known beforehand, or that there is none.</summary>
/// <param name="volatility">Standard deviation of the unpredictable log return a bar, without jumps.</param>
internal abstract class PlantedProcess(double volatility)
{
    /// <summary>Standard deviation of the unpredictable log return a bar, without jumps.</summary>
    protected double Volatility { get; } = volatility;

    /// <summary>What is truly in it.</summary>
    /// <param name="periodsPerYear">Bars a year.</param>
    public abstract PlantedEdge Edge(double periodsPerYear);

    /// <summary>Expected log return of the coming bar, known before it begins.</summary>
    public abstract double Next(SeededRandom random);

    /// <summary>Sees the unpredictable return of the bar.</summary>
    public virtual void See(double shock)
    {
    }

    /// <summary>A jump of the bar, less what it is worth on average.</summary>
    public virtual double Jump(SeededRandom random) => 0;

    /// <summary>Expected |x| of a normal x, in deviations.</summary>
    protected static double MeanOfSize => Math.Sqrt(2 / Math.PI);

    /// <summary>Persistence of something that loses half of itself in so many bars.</summary>
    protected static double Persistence(double halfLifeBars) => Math.Pow(0.5, 1 / halfLifeBars);
}
