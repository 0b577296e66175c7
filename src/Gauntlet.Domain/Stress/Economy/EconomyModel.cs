namespace Gauntlet.Domain.Stress.Economy;

/// <summary>A small open economy: what a shock does to its output, prices, trade, profits and employment.</summary>
/// <remarks>
/// The standard model of Hosoe, Gasawa and Hashimoto (2010), chapter 6: Cobb–Douglas value added, Leontief intermediates, constant
/// elasticities of substitution and transformation in trade, households, government and investment by fixed shares. Solved by Newton's
/// method with an exact Jacobian; a shock that is too large for one go is walked up to in parts.
/// </remarks>
public sealed class EconomyModel
{
    private const int MostIterations = 40;
    private const double Residual = 1e-11;
    private const double Step = 1e-10;
    private const double SmallestPart = 1.0 / 64;

    private readonly Economy _base;

    /// <param name="accounts">The base year.</param>
    /// <param name="substitution">σ, positive; default that of the accounts.</param>
    /// <param name="transformation">ψ, positive; default that of the accounts.</param>
    /// <exception cref="Input.InvalidInputException">An elasticity that is not positive.</exception>
    public EconomyModel(SocialAccounts accounts, double? substitution = null, double? transformation = null)
    {
        Check(nameof(substitution), substitution);
        Check(nameof(transformation), transformation);
        _base = Calibration.Of(accounts, substitution, transformation);
    }

    /// <summary>Goods in their order.</summary>
    public IReadOnlyList<string> Goods => _base.Accounts.Goods;

    /// <summary>Factors in their order, capital first, labour last.</summary>
    public IReadOnlyList<string> Factors => _base.Accounts.Factors;

    internal Economy Base => _base;

    /// <summary>The equilibrium under a shock.</summary>
    /// <param name="shock">The shock; none gives the base year.</param>
    /// <param name="closure">What gives way. Default <see cref="Closure.ShortRun"/>.</param>
    /// <exception cref="NoEquilibriumException">There is none in reach.</exception>
    /// <exception cref="Input.InvalidInputException">A shock or a closure out of range.</exception>
    public Equilibrium Solve(EconomicShock shock, Closure? closure = null)
    {
        var rules = (closure ?? Closure.ShortRun).Validated();
        var whole = new EquilibriumSystem(ShockedEconomy.Of(_base, shock), rules);
        var start = Unit(whole, rules);
        var (point, iterations, residual) = Newton(whole, start);
        if (point is null) (point, iterations) = Walk(shock, rules, start, residual);
        return new(_base, ShockedEconomy.Of(_base, shock), rules, whole, point, iterations);
    }

    // All nominal values in units of the numeraire, so that its value does not make the first step longer.
    private double[] Unit(EquilibriumSystem system, Closure closure)
    {
        var start = system.Unknowns.Base(_base);
        for (var i = 0; i < system.Unknowns.Composite; i++) start[i] = Math.Log(closure.NumeraireValue);
        return start;
    }

    private (double[] Point, int Iterations) Walk(EconomicShock shock, Closure closure, double[] start, double residual)
    {
        var (point, done, part, total) = (start, 0.0, 0.25, 0);
        while (done < 1)
        {
            var next = Math.Min(1, done + part);
            var (found, iterations, left) = Newton(new(ShockedEconomy.Of(_base, shock, next), closure), point);
            total += iterations;
            if (found is not null) (point, done) = (found, next);
            else if (part > SmallestPart) (part, residual) = (part / 2, left);
            else throw new NoEquilibriumException(_base.Accounts.Name, shock, residual, done);
        }

        return (point, total);
    }

    /// <summary>Newton's method from a start; no point where it does not arrive.</summary>
    internal static (double[]? Point, int Iterations, double Residual) Newton(EquilibriumSystem system, double[] start)
    {
        var point = start;
        var (values, jacobian) = system.Linearised(point);
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            var move = jacobian.LU().Solve(-values);
            var length = move.AbsoluteMaximum();
            if (!double.IsFinite(length)) break;
            // A logarithm may fall by ln 10 at most: no unknown loses more than nine tenths at once.
            var scale = Math.Min(1, Math.Log(10) / length);
            var size = values.AbsoluteMaximum();
            double[] next;
            do
            {
                // The whole step nearly always does, so the Jacobian that it needs next is taken along.
                next = [.. point.Select((x, i) => x + (scale * move[i]))];
                (values, jacobian) = system.Linearised(next);
                scale /= 2;
            }
            while (!(values.AbsoluteMaximum() <= Math.Max(size, Residual)) && scale > 1e-6);

            point = next;
            var residual = values.AbsoluteMaximum();
            if (residual <= Residual && length <= Step) return (point, iteration, residual);
            if (!double.IsFinite(residual)) break;
            // At the limit of rounding a step shrinks no further.
            if (residual <= 1e-14) return (point, iteration, residual);
        }

        return (null, MostIterations, values.AbsoluteMaximum());
    }

    private static void Check(string field, double? elasticity)
    {
        if (elasticity is not (null or > 0)) throw new Input.InvalidInputException(field, $"{elasticity}", $"{field} is {elasticity}; an elasticity is positive.");
    }
}
