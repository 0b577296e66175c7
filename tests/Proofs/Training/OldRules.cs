namespace Gauntlet.Proofs.Training;

/// <summary>Gate 1 of the system that this one replaces: return, Sharpe ratio and drawdown against limits that tighten with the number of trials.</summary>
/// <remarks>No discount for trials, no minimum of trades; judged, as its records show, on the bars of training, since the hold-out was missing and nobody noticed.</remarks>
/// <param name="Name">Phase.</param>
/// <param name="From">Completed trials from which on it held, over all studies.</param>
/// <param name="MinimumReturn">Total return above this.</param>
/// <param name="MinimumSharpe">Annual Sharpe ratio above this.</param>
/// <param name="MaximumDrawdown">Largest drawdown below this.</param>
internal sealed record OldRules(string Name, int From, double MinimumReturn, double MinimumSharpe, double MaximumDrawdown)
{
    /// <summary>Its four phases.</summary>
    public static IReadOnlyList<OldRules> Phases { get; } =
    [
        new("early", 0, -0.5, double.NegativeInfinity, 0.8),
        new("mid", 50, -0.2, -0.5, 0.5),
        new("late", 200, -0.1, 0, 0.35),
        new("mature", 500, 0, 0.3, 0.15),
    ];

    /// <summary>On the bars that chose the candidate, as it ran.</summary>
    public bool OnTraining(ProofCandidate candidate)
    {
        var folds = candidate.Evidence.Folds;
        return Passes(folds.Aggregate(1.0, (equity, fold) => equity * (1 + fold.ReturnFraction)) - 1, candidate.ChosenSharpe, folds.Max(fold => fold.MaxDrawdownFraction));
    }

    /// <summary>On bars that no trial has seen, as it was meant.</summary>
    public bool OnHoldOut(ProofCandidate candidate) =>
        Passes(candidate.Evidence.Candidate.ReturnFraction, candidate.HeldOutSharpe, candidate.Evidence.Candidate.MaxDrawdownFraction);

    private bool Passes(double totalReturn, double sharpe, double drawdown) => totalReturn > MinimumReturn && sharpe > MinimumSharpe && drawdown < MaximumDrawdown;
}
