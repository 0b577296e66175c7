using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>A command or message that the server does not accept: the whole completion is given up, and the workflow task fails.</summary>
internal sealed class CommandRefusal(WorkflowTaskFailedCause cause, string text) : Exception(text.Length == 0 ? cause.ToString() : $"{cause}: {text}")
{
    public WorkflowTaskFailedCause Cause => cause;

    /// <summary>The run cannot go on at all.</summary>
    public bool TerminatesRun { get; init; }

    public GrpcException ToGrpc() => Refusals.Invalid(Message);

    /// <summary>Refuses unless the condition holds.</summary>
    public static void Require(bool condition, WorkflowTaskFailedCause cause, string text)
    {
        if (!condition)
        {
            throw new CommandRefusal(cause, text);
        }
    }
}
