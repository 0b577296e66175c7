namespace Gauntlet.Contracts.Names;

/// <summary>Task queues that workers of Gauntlet poll.</summary>
public static class TaskQueues
{
    /// <summary>Workflows and light activities.</summary>
    public const string Main = "gauntlet";

    /// <summary>Activities that keep a processor busy; scaled by adding workers.</summary>
    public const string Compute = "gauntlet-compute";
}
