using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates;

/// <summary>One check of a gate: value, limit, interval and words. It knows nothing of workflows or storage.</summary>
/// <typeparam name="TEvidence">What the gate looked at.</typeparam>
internal interface IGateCheck<in TEvidence>
{
    CheckResult Judge(TEvidence evidence);
}
