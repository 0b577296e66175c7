namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>What is left of a Sharpe ratio once its p-value is corrected for the number of trials.</summary>
/// <remarks>
/// Harvey and Liu (2015), with Bonferroni's correction: p = 2·(1 − Φ(SR·√T)), p′ = min(1, M·p), SR′ = Z(1 − p′/2)/√T, haircut 1 − SR′/SR.
/// Returns are taken as independent and normal.
/// </remarks>
/// <param name="PValue">Two-sided p-value of a single test.</param>
/// <param name="Adjusted">The same corrected for the trials.</param>
/// <param name="Sharpe">Sharpe ratio per period that a single test would need for the corrected p-value.</param>
/// <param name="Fraction">Haircut, in [0, 1].</param>
public readonly record struct SharpeHaircut(double PValue, double Adjusted, double Sharpe, double Fraction)
{
    /// <param name="sharpe">Sharpe ratio per period; positive.</param>
    /// <param name="periods">Periods it was measured on, at least 2.</param>
    /// <param name="trials">Trials it was chosen from, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public static SharpeHaircut Of(double sharpe, int periods, double trials)
    {
        if (sharpe is not > 0) throw new ArgumentOutOfRangeException(nameof(sharpe), sharpe, "A haircut needs a positive Sharpe ratio.");
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 2);
        if (trials is not >= 1) throw new ArgumentOutOfRangeException(nameof(trials), trials, "There is at least one trial.");

        var p = Tail.Normal(sharpe * Math.Sqrt(periods));
        var adjusted = Math.Min(1, trials * p);
        // Underflow leaves nothing to correct: no haircut can be told from none.
        var left = p == 0 ? sharpe : -Normal.Quantile(adjusted / 2) / Math.Sqrt(periods);
        return new(p, adjusted, left, 1 - (left / sharpe));
    }
}
