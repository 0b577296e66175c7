namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>Which population the next run of CMA-ES takes: ever larger ones, and small ones in between with what budget those have used.</summary>
/// <remarks>Hansen (2009), BI-population CMA-ES; without the small runs it is Auger and Hansen (2005), IPOP.</remarks>
internal sealed class Restarts
{
    private readonly int _initial;
    private long _small, _large;

    /// <param name="initial">Population of the first run.</param>
    public Restarts(int initial) => _initial = Population = initial;

    /// <summary>Runs with a doubled population so far.</summary>
    public int LargeRestarts { get; private set; }

    /// <summary>Whether the current run is a small one; so is the first.</summary>
    public bool IsSmall { get; private set; } = true;

    /// <summary>Population of the current run.</summary>
    public int Population { get; private set; }

    /// <summary>Population after a number of restarts, each time increased by a factor.</summary>
    public static long Increasing(int initial, int factor, int restarts)
    {
        long population = initial;
        for (var i = 0; i < restarts; i++) population *= factor;
        return population;
    }

    /// <summary>Ends a run and says what follows.</summary>
    /// <param name="evaluations">What the run has used.</param>
    /// <param name="share">Uniform in [0, 1): how large a small run is.</param>
    public void Next(long evaluations, double share)
    {
        if (IsSmall) _small += evaluations;
        else _large += evaluations;
        IsSmall = _small < _large;
        if (IsSmall)
        {
            Population = SmallPopulation(share);
            return;
        }

        LargeRestarts++;
        Population = (int)Increasing(_initial, 2, LargeRestarts);
    }

    private int SmallPopulation(double share) => (int)Math.Floor(_initial * Math.Pow(Math.Pow(2, LargeRestarts), share * share));
}
