using Gauntlet.Domain.Randomness;
using Temporalio.Workflows;

namespace Gauntlet.Proofs.Sdk;

/// <summary>Ends the process at once, in the middle of a workflow task, with a chance that the worker was told.</summary>
internal static class MaybeKill
{
    private static readonly Lock Gate = new();
    private static double _chance;
    private static SeededRandom? _random;

    /// <summary>Sets the chance for each passage; 0 for never.</summary>
    public static void Arm(double chance, int seed) => (_chance, _random) = (chance, new SeededRandom((ulong)seed));

    /// <summary>A passage.</summary>
    public static void Now()
    {
        if (_random is null || _chance <= 0 || Workflow.Unsafe.IsReplaying) return;
        lock (Gate)
        {
            // As kill -9 does: nothing is said, nothing is finished.
            if (_random.NextDouble() < _chance) System.Diagnostics.Process.GetCurrentProcess().Kill();
        }
    }
}
