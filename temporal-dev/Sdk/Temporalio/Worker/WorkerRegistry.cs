using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>Definitions by name, as a worker needs them.</summary>
/// <typeparam name="T">Definition.</typeparam>
/// <param name="kind">Kind, for messages.</param>
/// <param name="byName">Definitions by name.</param>
/// <param name="dynamic">Definition of every other name; null for none.</param>
internal sealed class WorkerRegistry<T>(string kind, SortedDictionary<string, T> byName, T? dynamic)
    where T : class
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => byName.Count == 0 && dynamic == null;

    /// <summary>Finds a definition, or null.</summary>
    public T? Find(string name) =>
        byName.GetValueOrDefault(name) ?? (DefinitionNames.IsReserved(name) ? null : dynamic);

    /// <summary>What to say when there is none.</summary>
    public string Missing(string name) => byName.Count == 0
        ? $"{kind} {name} is not registered on this worker, no available {Plural}."
        : $"{kind} {name} is not registered on this worker, available {Plural}: {string.Join(", ", byName.Keys)}";

    private string Plural => kind == "Activity" ? "activities" : "workflows";
}

/// <summary>Reads the definitions of a worker's options.</summary>
internal static class WorkerRegistry
{
    /// <summary>Workflows.</summary>
    /// <exception cref="ArgumentException">A name twice, two dynamic ones, or a type that cannot be instantiated.</exception>
    public static WorkerRegistry<WorkflowDefinition> Workflows(TemporalWorkerOptions options)
    {
        if (string.IsNullOrEmpty(options.TaskQueue))
        {
            throw new ArgumentException("TaskQueue must be provided", nameof(options));
        }

        if (options.Workflows.Count == 0 && options.Activities.Count == 0)
        {
            throw new ArgumentException("Must have at least one workflow or activity", nameof(options));
        }

        if (options.MaxEagerActivityReservationsPerWorkflowTask <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.MaxEagerActivityReservationsPerWorkflowTask,
                "MaxEagerActivityReservationsPerWorkflowTask must be positive; set DisableEagerActivityExecution to take none");
        }

        if (options.Tuner != null && (options.MaxConcurrentWorkflowTasks ?? options.MaxConcurrentActivities ?? options.MaxConcurrentLocalActivities) != null)
        {
            throw new ArgumentException("Cannot set both Tuner and any of the MaxConcurrent options", nameof(options));
        }

        RequireVersioning(options);
        return Workflows(options.Workflows);
    }

    /// <summary>Workflows.</summary>
    /// <exception cref="ArgumentException">A name twice, two dynamic ones, or a type that cannot be instantiated.</exception>
    public static WorkerRegistry<WorkflowDefinition> Workflows(IEnumerable<WorkflowDefinition> definitions)
    {
        var all = definitions.ToList();
        var useless = all.Find(d => !d.Instantiable);
        return useless == null
            ? Read("Workflow", all, d => d.Name)
            : throw new ArgumentException(
                $"Workflow {useless.Name} is not instantiable: it needs a public constructor without parameters or one with " +
                "WorkflowInit; dependency injection is not supported in workflows");
    }

    /// <summary>Activities.</summary>
    /// <exception cref="ArgumentException">A name twice, or two dynamic ones.</exception>
    public static WorkerRegistry<ActivityDefinition> Activities(TemporalWorkerOptions options) =>
        Read("Activity", options.Activities, d => d.Name);

    // A dynamic workflow may choose by its options once it runs.
    private static void RequireVersioning(TemporalWorkerOptions options)
    {
        if (options.DeploymentOptions is { UseWorkerVersioning: true, DefaultVersioningBehavior: VersioningBehavior.Unspecified } &&
            options.Workflows.FirstOrDefault(w => w is { Name: not null, VersioningBehavior: null }) is { } unsaid)
        {
            throw new ArgumentException(
                $"Workflow {unsaid.Name} must set VersioningBehavior on its Workflow attribute: the worker uses versioning and has no DefaultVersioningBehavior");
        }
    }

    private static WorkerRegistry<T> Read<T>(string kind, IEnumerable<T> definitions, Func<T, string?> nameOf)
        where T : class
    {
        var byName = new SortedDictionary<string, T>(StringComparer.Ordinal);
        T? dynamic = null;
        foreach (var definition in definitions)
        {
            if (nameOf(definition) is { } name)
            {
                if (!byName.TryAdd(name, definition))
                {
                    throw new ArgumentException($"Duplicate {(kind == "Activity" ? "activity" : "workflow")} named {name}");
                }
            }
            else if (dynamic != null)
            {
                throw new ArgumentException($"Multiple dynamic {(kind == "Activity" ? "activities" : "workflows")} provided");
            }
            else
            {
                dynamic = definition;
            }
        }

        return new(kind, byName, dynamic);
    }
}
