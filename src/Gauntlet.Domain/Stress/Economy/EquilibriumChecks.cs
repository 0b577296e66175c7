namespace Gauntlet.Domain.Stress.Economy;

/// <summary>What every solution is held against.</summary>
/// <param name="Residual">Largest residual of the equations, relative.</param>
/// <param name="Walras">Excess demand on the one market that was not solved for, relative; 0 by Walras' law.</param>
/// <param name="Homogeneity">Largest residual when all prices and the numeraire double: nothing real depends on the unit of prices.</param>
/// <param name="IncomeAndExpenditure">Difference of the two sides of the national accounts, relative.</param>
/// <param name="Iterations">Steps of Newton's method.</param>
public sealed record EquilibriumChecks(double Residual, double Walras, double Homogeneity, double IncomeAndExpenditure, int Iterations)
{
    internal static EquilibriumChecks Of(Economy economy, Closure closure, EquilibriumSystem system, double[] point, Equilibrium equilibrium, int iterations)
    {
        var doubled = point.ToArray();
        for (var i = 0; i < system.Unknowns.Composite; i++) doubled[i] += Math.Log(2);
        var scaled = new EquilibriumSystem(economy, closure with { NumeraireValue = 2 * closure.NumeraireValue });
        return new(
            system.Values(point).AbsoluteMaximum(),
            EquilibriumSystem.LabourGap(system.Flows(point)),
            scaled.Values(doubled).AbsoluteMaximum(),
            (equilibrium.NominalExpenditure / equilibrium.NominalOutput) - 1,
            iterations);
    }
}
