using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Grades a session by whether it was faithful, and by how much of its limits it used. Profit has no part in it: so few days say nothing about it.</summary>
/// <remarks>
/// | complete, faithful, exercised | limits broken | most of a limit used | grade |
/// | yes | 0 | up to the policy's use for an A | A |
/// | yes | 0 | up to its use for a B | B |
/// | yes | 0 | more | C |
/// | yes | 1 | any | D |
/// | yes | 2 or more | any | F |
/// | no | any | any | F |
/// </remarks>
internal static class GradeTable
{
    // A position of full size uses its limit by design, so exposure is kept or broken but does not lower a grade.
    private static readonly string[] Graded = ["max-drawdown", "turnover", "bad-bars", "shortfall", "fidelity"];
    private static readonly string[] Basic = ["complete-days", "fidelity", "exercised"];

    public static Grade Of(Gate3Policy policy, IReadOnlyList<CheckResult> checks)
    {
        if (checks.Any(check => !check.Passed && Basic.Contains(check.Name, StringComparer.Ordinal))) return Grade.F;
        var broken = checks.Count(check => !check.Passed);
        if (broken > 0) return broken == 1 ? Grade.D : Grade.F;

        var use = checks.Where(check => Graded.Contains(check.Name, StringComparer.Ordinal) && check.Threshold > 0).Max(check => check.Value!.Value / check.Threshold);
        return use <= policy.GradeALimitUse ? Grade.A : use <= policy.GradeBLimitUse ? Grade.B : Grade.C;
    }
}
