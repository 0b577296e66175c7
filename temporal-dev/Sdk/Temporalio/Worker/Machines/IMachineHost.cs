using Temporalio.Api.Command.V1;

namespace Temporalio.Worker.Machines;

/// <summary>What machines need of the run they belong to.</summary>
internal interface IMachineHost
{
    /// <summary>Commands that wait to be sent or recorded.</summary>
    CommandQueue Commands { get; }

    /// <summary>What the next activation tells the code.</summary>
    ActivationJobs Jobs { get; }

    /// <summary>Asks another run to cancel, on behalf of a child machine.</summary>
    /// <param name="attributes">The request.</param>
    /// <param name="resolve">Told null when delivered, or the failure.</param>
    void RequestCancelExternal(
        RequestCancelExternalWorkflowExecutionCommandAttributes attributes, Action<Api.Failure.V1.Failure?> resolve);
}
