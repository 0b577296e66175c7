namespace Gauntlet.Domain.Stress.Facts;

/// <summary>Where the median of a fact over a set of scenarios has to lie.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Low">Lower end; NaN where history does not define the fact.</param>
/// <param name="High">Upper end.</param>
public sealed record FactBand(string Fact, double Low, double High)
{
    /// <summary>Whether there is a band at all.</summary>
    public bool IsDefined => !double.IsNaN(Low) && !double.IsNaN(High) && High > Low;

    /// <summary>Whether a median lies in it.</summary>
    public bool Holds(double median) => median >= Low && median <= High;
}
