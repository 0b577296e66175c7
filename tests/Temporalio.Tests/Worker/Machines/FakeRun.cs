using Temporalio.Api.Command.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Worker.Machines;

namespace Temporalio.Tests.Worker.Machines;

/// <summary>A run that only remembers what machines ask of it.</summary>
internal sealed class FakeRun : IMachineHost, IMessageOutbox
{
    public CommandQueue Commands { get; } = new();

    public ActivationJobs Jobs { get; } = new();

    public List<Message> Messages { get; } = [];

    public List<string> CancelRequests { get; } = [];

    public void RequestCancelExternal(RequestCancelExternalWorkflowExecutionCommandAttributes attributes, Action<Failure?> resolve)
    {
        CancelRequests.Add(attributes.WorkflowId);
        resolve(null);
    }

    public void Send(Message message) => Messages.Add(message);

    /// <summary>Tells the code what it is to be told.</summary>
    public int RunJobs()
    {
        var jobs = Jobs.Take();
        jobs.ForEach(job => job());
        return jobs.Count;
    }
}
