namespace Gauntlet.Domain.Stress.Economy;

/// <summary>An economy under a shock has no equilibrium that the solver can reach. The scenario is an error, never left out.</summary>
public sealed class NoEquilibriumException : Exception
{
    /// <param name="economy">Name of the economy.</param>
    /// <param name="shock">The shock.</param>
    /// <param name="residual">Largest residual of the best point.</param>
    /// <param name="share">Share of the shock up to which there was an equilibrium.</param>
    public NoEquilibriumException(string economy, EconomicShock shock, double residual, double share)
        : base($"Economy '{economy}' has no equilibrium under this shock: Newton's method stops at a residual of {residual:E1}, and the last share of the shock that it solved is {share:0.####}. Make the shock smaller.")
    {
        (Economy, Shock, Residual, SolvedShare) = (economy, shock, residual, share);
    }

    /// <summary>Name of the economy.</summary>
    public string Economy { get; }

    /// <summary>The shock.</summary>
    public EconomicShock Shock { get; }

    /// <summary>Largest residual of the best point.</summary>
    public double Residual { get; }

    /// <summary>Share of the shock up to which there was an equilibrium, in [0, 1).</summary>
    public double SolvedShare { get; }
}
