using Temporalio.Api.Sdk.V1;

namespace Temporalio.Worker.Instances;

/// <summary>Answers "__temporal_workflow_metadata": what the run can be asked and told.</summary>
internal static class MetadataQuery
{
    /// <summary>The answer.</summary>
    public static WorkflowMetadata Answer(WorkflowInstance instance)
    {
        var definition = new WorkflowDefinition { Type = instance.Settings.WorkflowType };
        definition.SignalDefinitions.AddRange(instance.Signals.Table.Values.Append(instance.Signals.Dynamic)
            .Where(d => d != null).Select(d => Describe(d!.Name, d.Description)));
        definition.QueryDefinitions.AddRange(instance.Queries.Table.Values.Append(instance.Queries.Dynamic)
            .Where(d => d != null).Select(d => Describe(d!.Name, d.Description)));
        definition.UpdateDefinitions.AddRange(instance.Updates.Table.Values.Append(instance.Updates.Dynamic)
            .Where(d => d != null).Select(d => Describe(d!.Name, d.Description)));
        return new() { Definition = definition, CurrentDetails = instance.CurrentDetails };
    }

    private static WorkflowInteractionDefinition Describe(string? name, string? description) =>
        new() { Name = name ?? string.Empty, Description = description ?? string.Empty };
}
