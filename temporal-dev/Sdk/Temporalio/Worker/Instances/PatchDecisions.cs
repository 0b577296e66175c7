using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Instances;

/// <summary>Which patches this run uses, decided once for each.</summary>
/// <param name="instance">The run.</param>
internal sealed class PatchDecisions(WorkflowInstance instance)
{
    // The server refuses longer values of a search attribute.
    private const int MaximumAttributeBytes = 2048;

    private static readonly SearchAttributeKey<IReadOnlyCollection<string>> ChangeVersion =
        SearchAttributeKey.CreateKeywordList("TemporalChangeVersion");

    private readonly Dictionary<string, bool> _decided = new(StringComparer.Ordinal);
    private readonly List<string> _used = [];

    /// <summary>Whether the run uses a patch.</summary>
    public bool IsPatched(string patchId) => Decide(patchId, deprecated: false);

    /// <summary>Says that every run uses the patch and old code is gone.</summary>
    public void Deprecate(string patchId) => Decide(patchId, deprecated: true);

    private bool Decide(string patchId, bool deprecated)
    {
        instance.Guard.RequireWritable(deprecated ? "deprecate patch" : "create patch");
        if (_decided.TryGetValue(patchId, out var known))
        {
            return known;
        }

        var patched = instance.Machines.HasPatchMarker(patchId) ||
            (!instance.Machines.IsReplaying && (deprecated || IsActivated(patchId)));
        _decided.Add(patchId, patched);
        if (patched)
        {
            Remember(patchId, deprecated);
        }

        return patched;
    }

    private bool IsActivated(string patchId) =>
        instance.Settings.PatchActivationCallback is not { } callback ||
        instance.Guard.RunStrict(() => callback(new(instance.Info, patchId)));

    private void Remember(string patchId, bool deprecated)
    {
        new PatchMachine(instance.Machines, PatchMarker.Write(patchId, deprecated), patchId).Move(RecordedCommandMachine.Inputs.Issue);
        _used.Add(patchId);
        var payload = SearchAttributePayload.ToPayload(ChangeVersion, _used.Order(StringComparer.Ordinal).ToList());
        if (deprecated || payload.CalculateSize() >= MaximumAttributeBytes)
        {
            return;
        }

        var command = new Command
        {
            CommandType = CommandType.UpsertWorkflowSearchAttributes,
            UpsertWorkflowSearchAttributesCommandAttributes = new()
            {
                SearchAttributes = new() { IndexedFields = { { ChangeVersion.Name, payload } } },
            },
        };
        new UpsertSearchAttributesMachine(instance.Machines, command, followsPatch: true).Move(RecordedCommandMachine.Inputs.Issue);
    }
}
