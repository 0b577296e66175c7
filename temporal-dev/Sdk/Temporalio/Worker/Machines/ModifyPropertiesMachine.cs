using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A change of the memo.</summary>
internal sealed class ModifyPropertiesMachine(IMachineHost run, Command command)
    : RecordedCommandMachine(run, command, EventType.WorkflowPropertiesModified);
