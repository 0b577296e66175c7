using System.ComponentModel.DataAnnotations;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>What training itself must show to go on.</summary>
public sealed record TrainingPolicy
{
    /// <summary>Ends the search once the latter half of its trials brought less than this beyond luck, in units of the objective, as <see cref="Training.EarlyEnd"/> measures it; null: it never ends early. A request's own value comes before it.</summary>
    [Range(0.0, 1000.0)]
    public required double? MinimumGain { get; init; }
}
