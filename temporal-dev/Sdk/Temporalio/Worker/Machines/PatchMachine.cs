using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>The marker of a patch. History may lack it where the call was of a deprecated patch.</summary>
/// <param name="run">The run.</param>
/// <param name="command">The marker.</param>
/// <param name="patchId">Id of the patch.</param>
internal sealed class PatchMachine(IMachineHost run, Command command, string patchId)
    : RecordedCommandMachine(run, command, EventType.MarkerRecorded)
{
    /// <inheritdoc/>
    public override bool IsSkippable => true;

    /// <inheritdoc/>
    public override bool Records(HistoryEvent recorded) =>
        PatchMarker.TryRead(recorded, out var id, out _) && string.Equals(id, patchId, StringComparison.Ordinal);
}
