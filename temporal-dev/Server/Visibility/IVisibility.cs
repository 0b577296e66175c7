namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>Where the engine publishes what can be seen of each run; lists and counts answer from it.</summary>
internal interface IVisibility
{
    /// <summary>Adds or replaces the record of one run; to be called after the change that it shows is stored.</summary>
    void Upsert(VisibilityRecord record);

    /// <summary>Forgets one run; an unknown one is ignored.</summary>
    void Delete(string @namespace, string workflowId, string runId);
}
