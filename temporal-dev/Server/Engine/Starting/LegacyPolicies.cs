using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Starting;

/// <summary>Policies that the API calls deprecated and that callers still send.</summary>
internal static class LegacyPolicies
{
    private const int TerminateIfRunning = 4;

    /// <summary>Stands for the pair allow-duplicate and terminate-existing.</summary>
    public static bool IsTerminate(WorkflowIdReusePolicy policy) => (int)policy == TerminateIfRunning;
}
