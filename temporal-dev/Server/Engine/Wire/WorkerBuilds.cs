using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>Builds of workers that are not versioned: noted in histories, of no effect.</summary>
internal static class WorkerBuilds
{
    /// <summary>The build as events show it; absent for none.</summary>
    public static WorkerVersionStamp? Stamp(string buildId) => buildId.Length == 0 ? null : new() { BuildId = buildId };
}
