using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Gates;

/// <summary>Makes a verdict of checks: passed when all pass, otherwise rejected with a reason for each that fails. None is left out after a failure.</summary>
internal static class Judgement
{
    public static GateVerdict Of<TEvidence>(Gate gate, GatePolicy policy, IEnumerable<IGateCheck<TEvidence>?> checks, TEvidence evidence) =>
        Of(gate, policy, [.. checks.Where(check => check is not null).Select(check => check!.Judge(evidence))]);

    public static GateVerdict Of(Gate gate, GatePolicy policy, IReadOnlyList<CheckResult> results)
    {
        var reasons = results.Where(result => !result.Passed).Select(Reason).ToList();
        return new() { Gate = gate, Policy = policy.Id, Verdict = reasons.Count == 0 ? new Passed() : new Rejected(reasons), Checks = results };
    }

    public static GateVerdict Skipped(Gate gate, GatePolicy policy) =>
        new() { Gate = gate, Policy = policy.Id, Verdict = new Skipped($"Policy {policy.Id} switches the gate off."), Checks = [] };

    public static GateVerdict Faulted(Gate gate, GatePolicy policy, string error) =>
        new() { Gate = gate, Policy = policy.Id, Verdict = new Faulted(error), Checks = [] };

    private static string Reason(CheckResult result) => result.Value is null
        ? $"{result.Name} cannot be computed: {result.Because}"
        : $"{result.Name} is {result.Value:0.####}, {(result.AtLeast ? "at least" : "at most")} {result.Threshold:0.####} is asked for: {result.Because}";
}
