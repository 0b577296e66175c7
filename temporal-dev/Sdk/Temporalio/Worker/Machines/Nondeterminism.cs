using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Exceptions;

namespace Temporalio.Worker.Machines;

/// <summary>Builds the errors that say code and history disagree.</summary>
internal static class Nondeterminism
{
    /// <summary>Documented code of the rule; tools look for it.</summary>
    public const string Code = "TMPRL1100";

    /// <summary>An error with the official prefix.</summary>
    public static WorkflowNondeterminismException Error(string message) => new($"[{Code}] Nondeterminism error: {message}");

    /// <summary>A machine got an input that its table lacks.</summary>
    public static WorkflowNondeterminismException Unexpected<TState, TInput>(string machine, TState state, TInput input, HistoryEvent? cause) =>
        Error(cause == null
            ? $"{machine} in state {state} does not handle {input}"
            : $"{machine} in state {state} does not handle this event: {Describe(cause)}");

    /// <summary>An event as the official messages write it.</summary>
    public static string Describe(HistoryEvent e) => $"HistoryEvent(id: {e.EventId}, {e.EventType})";

    /// <summary>Requires that what history recorded is what code asked for.</summary>
    /// <exception cref="WorkflowNondeterminismException">They differ.</exception>
    public static void RequireSame(string what, string? recorded, string? asked, HistoryEvent e)
    {
        if (!string.Equals(recorded, asked, StringComparison.Ordinal))
        {
            throw Error($"{what} of event '{recorded}' does not match {what} of command '{asked}' for {Describe(e)}");
        }
    }

    /// <summary>A command that history does not record.</summary>
    public static WorkflowNondeterminismException NotRecorded(CommandType command, HistoryEvent? instead) =>
        Error(instead == null
            ? $"Command {command} has no event in history"
            : $"Command {command} does not match this event: {Describe(instead)}");

    /// <summary>An event that no command asked for.</summary>
    public static WorkflowNondeterminismException NotAsked(HistoryEvent e) => Error($"No command scheduled for event {Describe(e)}");
}
