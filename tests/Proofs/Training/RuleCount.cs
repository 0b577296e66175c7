using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Proofs.Training;

/// <summary>How many candidates a rule lets through.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Ours">Whether it is one of this system's.</param>
/// <param name="NullPassed">Candidates without an edge that pass.</param>
/// <param name="NullCount">Out of how many.</param>
/// <param name="PlantedPassed">Candidates with a planted edge that pass.</param>
/// <param name="PlantedCount">Out of how many.</param>
internal sealed record RuleCount(string Rule, bool Ours, int NullPassed, int NullCount, int PlantedPassed, int PlantedCount)
{
    /// <summary>Share of those without an edge, with its Wilson interval.</summary>
    public Interval NullInterval => Wilson.Interval(NullPassed, NullCount);

    /// <summary>Share of those with a planted edge, with its Wilson interval.</summary>
    public Interval PlantedInterval => Wilson.Interval(PlantedPassed, PlantedCount);

    /// <summary>Share of those without an edge that pass.</summary>
    public double NullShare => (double)NullPassed / NullCount;

    /// <summary>Share of those with a planted edge that pass.</summary>
    public double PlantedShare => (double)PlantedPassed / PlantedCount;
}
