using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>Commands of a run in the order code asked for them: first waiting to be sent, then waiting to be recorded.</summary>
internal sealed class CommandQueue
{
    private readonly List<(Command Command, ICommandOwner Owner)> _unsent = [];
    private readonly Queue<(CommandType Type, ICommandOwner Owner)> _sent = new();

    /// <summary>Whether what code asked for after the end of the run is kept, before the end.</summary>
    public bool KeepsWhatFollowsTheEnd { get; set; } = true;

    /// <summary>How many commands the code has added since the last completion, for the checks that read-only code adds none.</summary>
    public int UnsentCount => _unsent.Count;

    /// <summary>Adds a command at the end.</summary>
    public void Add(Command command, ICommandOwner owner) => _unsent.Add((command, owner));

    /// <summary>Takes a command back that was not sent yet.</summary>
    public void Withdraw(ICommandOwner owner) => _unsent.RemoveAll(c => ReferenceEquals(c.Owner, owner));

    /// <summary>Takes back the last commands, which read-only code must not have added.</summary>
    public void DropLast(int count) => _unsent.RemoveRange(_unsent.Count - count, count);

    /// <summary>Takes the commands for the completion of a task. Of commands that close the run only the first is kept, as the
    /// last of all, because the server accepts nothing after it: what came later goes before it, or is dropped.</summary>
    public List<Command> Send()
    {
        var closing = _unsent.FindIndex(c => IsClosing(c.Command.CommandType));
        if (closing >= 0)
        {
            var close = _unsent[closing];
            if (!KeepsWhatFollowsTheEnd)
            {
                _unsent.RemoveRange(closing, _unsent.Count - closing);
            }

            _unsent.RemoveAll(c => IsClosing(c.Command.CommandType));
            _unsent.Add(close);
        }

        var commands = new List<Command>(_unsent.Count);
        foreach (var (command, owner) in _unsent)
        {
            commands.Add(command);
            _sent.Enqueue((command.CommandType, owner));
        }

        _unsent.Clear();
        return commands;
    }

    /// <summary>Gives an event that records a command to the command's owner, which must be the next in order.</summary>
    /// <exception cref="Exceptions.WorkflowNondeterminismException">The next command is another one, or there is none.</exception>
    /// <returns>The owner.</returns>
    public ICommandOwner Record(HistoryEvent recorded)
    {
        while (_sent.TryDequeue(out var next))
        {
            if (next.Owner.Records(recorded))
            {
                next.Owner.OnRecorded(recorded);
                return next.Owner;
            }

            if (!next.Owner.IsSkippable)
            {
                throw Nondeterminism.NotRecorded(next.Type, recorded);
            }

            next.Owner.OnSkipped();
        }

        throw Nondeterminism.NotAsked(recorded);
    }

    /// <summary>Whether the event records one of the sent commands that may be missing, before any that may not.</summary>
    public bool NextRecords(HistoryEvent recorded)
    {
        foreach (var (_, owner) in _sent)
        {
            if (owner.Records(recorded))
            {
                return true;
            }

            if (!owner.IsSkippable)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Says that no more events of the sent commands follow.</summary>
    /// <exception cref="Exceptions.WorkflowNondeterminismException">A command was not recorded.</exception>
    public void RequireAllRecorded()
    {
        while (_sent.TryDequeue(out var next))
        {
            if (!next.Owner.IsSkippable)
            {
                throw Nondeterminism.NotRecorded(next.Type, null);
            }

            next.Owner.OnSkipped();
        }
    }

    private static bool IsClosing(CommandType type) => type is
        CommandType.CompleteWorkflowExecution or
        CommandType.FailWorkflowExecution or
        CommandType.CancelWorkflowExecution or
        CommandType.ContinueAsNewWorkflowExecution;
}
