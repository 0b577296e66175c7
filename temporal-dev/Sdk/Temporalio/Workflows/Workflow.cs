using Microsoft.Extensions.Logging;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Worker.Instances;

namespace Temporalio.Workflows;

/// <summary>What workflow code may do. All of it works only within a workflow and is repeated exactly by a replay.</summary>
public static partial class Workflow
{
    /// <summary>Whether no signal or update handler runs.</summary>
    public static bool AllHandlersFinished => Context.Handlers.AreFinished;

    /// <summary>Cancelled when the run is asked to cancel.</summary>
    public static CancellationToken CancellationToken => Context.CancellationToken;

    /// <summary>Whether the server advises to continue as new, because history grows long.</summary>
    public static bool ContinueAsNewSuggested => Context.Machines.Task.ContinueAsNewSuggested;

    /// <summary>Why it does; empty if it does not.</summary>
    public static IReadOnlyCollection<SuggestContinueAsNewReason> SuggestedContinueAsNewReasons =>
        [.. Context.Machines.Task.SuggestReasons.Select(r => (SuggestContinueAsNewReason)(int)r)];

    /// <summary>Build id of the worker that runs the current task.</summary>
    public static string CurrentBuildId => Context.Settings.BuildId;

    /// <summary>Deployment version of the worker that runs the current task; null if it has none.</summary>
    public static WorkerDeploymentVersion? CurrentDeploymentVersion => Context.Settings.DeploymentVersion;

    /// <summary>Free words for people who look at the run; empty at first.</summary>
    public static string CurrentDetails
    {
        get => Context.CurrentDetails;
        set
        {
            Context.Guard.RequireWritable("set current details");
            Context.CurrentDetails = value;
        }
    }

    /// <summary>Events in history at the start of the current task.</summary>
    public static int CurrentHistoryLength => (int)Context.Machines.Task.StartedEventId;

    /// <summary>Bytes of history at the start of the current task.</summary>
    public static int CurrentHistorySize => (int)Context.Machines.Task.HistorySize;

    /// <summary>The update whose handler or validator runs; null outside of them.</summary>
    public static WorkflowUpdateInfo? CurrentUpdateInfo => Context is not null ? UpdateHandling.Current : null;

    /// <summary>Facts of the run.</summary>
    public static WorkflowInfo Info => Context.Info;

    /// <summary>The workflow object itself.</summary>
    public static object Instance => Context.Object;

    /// <summary>Whether this code runs within a workflow.</summary>
    public static bool InWorkflow => WorkflowInstance.Running != null;

    /// <summary>Logger, silent while history is read again.</summary>
    public static ILogger Logger => Context.Logger;

    /// <summary>Memo.</summary>
    public static IReadOnlyDictionary<string, IRawValue> Memo => Context.Attributes.Memo;

    /// <summary>Meter, silent while history is read again.</summary>
    public static MetricMeter MetricMeter => Context.MetricMeter;

    /// <summary>Converter of payloads.</summary>
    public static IPayloadConverter PayloadConverter => Context.Converter.PayloadConverter;

    /// <summary>Random numbers that a replay repeats.</summary>
    public static DeterministicRandom Random => Context.Randomness.Random;

    /// <summary>Search attributes.</summary>
    public static SearchAttributeCollection TypedSearchAttributes => Context.Attributes.SearchAttributes;

    /// <summary>Workflow time, UTC: when the current task was started.</summary>
    public static DateTime UtcNow => Context.UtcNow;

    private static WorkflowInstance Context =>
        WorkflowInstance.Running ?? throw new InvalidOperationException("Not in workflow");

    /// <summary>A GUID that a replay repeats.</summary>
    public static Guid NewGuid() => Context.Randomness.NewGuid();

    /// <summary>Whether the run uses a patch: true for runs that meet it first with this code, false for those that passed here before.</summary>
    /// <param name="patchId">Id of the patch, for all its calls the same.</param>
    public static bool Patched(string patchId) => Context.Patches.IsPatched(patchId);

    /// <summary>Says that every open run uses a patch and the old code is gone.</summary>
    /// <param name="patchId">Id of the patch.</param>
    public static void DeprecatePatch(string patchId) => Context.Patches.Deprecate(patchId);

    /// <summary>Changes the memo.</summary>
    /// <param name="updates">Changes, each key at most once.</param>
    /// <exception cref="ArgumentException">No change, or a key twice.</exception>
    public static void UpsertMemo(params MemoUpdate[] updates) => Context.Attributes.Upsert(updates);

    /// <summary>Changes search attributes.</summary>
    /// <param name="updates">Changes, each key at most once.</param>
    /// <exception cref="ArgumentException">No change, or a key twice.</exception>
    public static void UpsertTypedSearchAttributes(params SearchAttributeUpdate[] updates) => Context.Attributes.Upsert(updates);
}
