using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A change of search attributes.</summary>
/// <param name="run">The run.</param>
/// <param name="command">The command.</param>
/// <param name="followsPatch">Whether a patch made it, which old histories may lack.</param>
internal sealed class UpsertSearchAttributesMachine(IMachineHost run, Command command, bool followsPatch)
    : RecordedCommandMachine(run, command, EventType.UpsertWorkflowSearchAttributes)
{
    /// <inheritdoc/>
    public override bool IsSkippable => followsPatch;
}
