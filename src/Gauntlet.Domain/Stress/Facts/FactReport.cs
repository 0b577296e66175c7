namespace Gauntlet.Domain.Stress.Facts;

/// <summary>A fact of a set beside its band.</summary>
/// <param name="Fact">Its name.</param>
/// <param name="Median">Median over the scenarios.</param>
/// <param name="Band">Where it has to lie.</param>
public sealed record FactFinding(string Fact, double Median, FactBand Band)
{
    /// <summary>Whether it lies there; a fact without a band is not judged and holds.</summary>
    public bool Holds => !Band.IsDefined || Band.Holds(Median);
}

/// <summary>Whether scenarios look like the market that they were made from.</summary>
/// <param name="Findings">One a fact.</param>
/// <param name="Scenarios">Scenarios that were measured.</param>
/// <param name="Bands">The bands.</param>
public sealed record FactReport(IReadOnlyList<FactFinding> Findings, int Scenarios, FactBands Bands)
{
    /// <summary>Facts that are judged.</summary>
    public int Judged => Findings.Count(finding => finding.Band.IsDefined);

    /// <summary>Facts outside of their bands.</summary>
    public IReadOnlyList<FactFinding> Broken => [.. Findings.Where(finding => !finding.Holds)];

    /// <summary>Whether all hold.</summary>
    public bool Accepted => Broken.Count == 0;

    /// <summary>Measures scenarios.</summary>
    /// <param name="scenarios">The scenarios; their measured bars count.</param>
    /// <param name="bands">Bands for as many scenarios of that length.</param>
    public static FactReport Of(IReadOnlyList<Scenario> scenarios, FactBands bands)
    {
        ArgumentOutOfRangeException.ThrowIfZero(scenarios.Count);
        var facts = new double[scenarios.Count][];
        Parallel.For(0, facts.Length, i => facts[i] = StylisedFacts.Of(scenarios[i].Bars, scenarios[i].Start, scenarios[i].Bars.Count - scenarios[i].Start));
        var medians = FactBands.MediansOf(facts);
        return new([.. bands.Bands.Select((band, fact) => new FactFinding(band.Fact, medians[fact], band))], scenarios.Count, bands);
    }
}
