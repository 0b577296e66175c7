using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>What it takes to enter the shadow stage.</summary>
public sealed record PromotionPolicy
{
    /// <summary>Gates that must be passed; a skipped one is not.</summary>
    public required IReadOnlyList<Gate> RequiredGates { get; init; }

    /// <summary>Lowest grade of Gate 3: A, B or C.</summary>
    public required Grade MinimumGrade { get; init; }

    /// <summary>A person has to approve what the gates let through; nobody's word within a day is a no.</summary>
    public required bool RequiresApproval { get; init; }
}
