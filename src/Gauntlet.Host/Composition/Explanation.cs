using Gauntlet.Contracts;
using Gauntlet.Domain.Input;
using Gauntlet.Host.CommandLine;
using Gauntlet.Storage.Cluster;
using Gauntlet.Storage.Database;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Composition;

/// <summary>What an error means to the caller.</summary>
internal static class Explanation
{
    /// <summary>The one message and exit code of an error.</summary>
    public static CommandException Of(Exception error) => error switch
    {
        CommandException failure => failure,
        AggregateException { InnerExceptions: [var only] } => Of(only),
        InvalidInputException => CommandException.BadInput(error.Message, error),
        DatabaseUnavailableException or ClusterException => CommandException.Failed(error.Message, error),
        WorkflowFailedException failed => OfWorkflow(failed),
        RpcException rpc => CommandException.Failed($"The Temporal server answered {rpc.Code}: {rpc.Message}.", error),
        UnauthorizedAccessException => CommandException.Failed($"Access denied: {error.Message}", error),
        IOException or TimeoutException => CommandException.Failed(error.Message, error),
        _ => CommandException.Failed($"An unexpected error: {error.Message}", error),
    };

    // The cause lies below activities and children that hand it on.
    private static CommandException OfWorkflow(WorkflowFailedException error)
    {
        var cause = error.InnerException;
        while (cause is ActivityFailureException or ChildWorkflowFailureException && cause.InnerException is { } deeper) cause = deeper;
        return cause switch
        {
            ApplicationFailureException { ErrorType: FailureTypes.InvalidInput } => CommandException.BadInput(cause.Message, error),
            ApplicationFailureException { ErrorType: FailureTypes.EmergencyStopped } => CommandException.Stopped(cause.Message, error),
            ApplicationFailureException application => CommandException.Failed($"The run failed: {application.Message}", error),
            CanceledFailureException => CommandException.Failed("The run was cancelled.", error),
            TerminatedFailureException => CommandException.Failed("The run was terminated.", error),
            _ => CommandException.Failed($"The run failed: {cause?.Message ?? error.Message}", error),
        };
    }
}
