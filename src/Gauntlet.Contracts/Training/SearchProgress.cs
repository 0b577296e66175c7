namespace Gauntlet.Contracts.Training;

/// <summary>How a search has gone so far: what the decision to end it early rests on.</summary>
public sealed record SearchProgress
{
    /// <summary>Trials with a value.</summary>
    public int Completed { get; init; }

    /// <summary>Mean of their objectives; 0 before the first.</summary>
    public double Mean { get; init; }

    /// <summary>Sum of the squared distances from the mean.</summary>
    public double Squares { get; init; }

    /// <summary>Every new best with the number of trials done by then, in order.</summary>
    public IReadOnlyList<BestSoFar> Records { get; init; } = [];
}

/// <summary>The best objective by a number of trials.</summary>
/// <param name="Trials">Trials done, the whole round counted.</param>
/// <param name="Objective">Value of the objective.</param>
public sealed record BestSoFar(int Trials, double Objective);
