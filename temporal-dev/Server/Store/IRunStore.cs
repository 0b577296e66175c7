using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Visibility;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Store;

/// <summary>
/// Keeps runs: state, events and what is still to be done for them. One commit is one transaction. Callers hold the lock of the
/// workflow id while they read and commit, and never write to what they were given.
/// </summary>
internal interface IRunStore
{
    /// <summary>
    /// Completed while what is kept cannot be reached; another task once it can. A commit that is under way meanwhile goes on and
    /// ends when its outcome is known.
    /// </summary>
    Task Outage { get; }

    /// <summary>State of a run; null for an unknown one.</summary>
    ValueTask<RunState?> LoadAsync(RunKey key);

    /// <summary>The latest run of a workflow id; null when there is none.</summary>
    ValueTask<string?> CurrentRunIdAsync(WorkflowKey key);

    /// <summary>Events from an id on, in order, at most so many; empty for an unknown run or past the end.</summary>
    ValueTask<IReadOnlyList<HistoryEvent>> ReadHistoryAsync(RunKey key, long fromEventId, int maximum);

    /// <summary>Stores all of a transaction or nothing; once it returns, nothing of it can be lost.</summary>
    /// <exception cref="StoreConflictException">A run was changed since it was loaded, or a new one exists already.</exception>
    ValueTask CommitAsync(StoreTransaction transaction);

    /// <summary>Takes out what was done. A crash soon afterwards may bring it back.</summary>
    ValueTask RemoveFromOutboxAsync(string entryId);

    /// <summary>What is still to be done, in order of commit: read once at start-up.</summary>
    ValueTask<IReadOnlyList<OutboxEntry>> ReadOutboxAsync();

    /// <summary>Runs that have not ended: read once at start-up, to arm their timers.</summary>
    ValueTask<IReadOnlyList<RunState>> ReadOpenRunsAsync();

    /// <summary>What lists show of all runs, open and closed: read once at start-up.</summary>
    ValueTask<IReadOnlyList<VisibilityRecord>> ReadVisibleAsync();

    /// <summary>Forgets a run with its history; an unknown one is no error.</summary>
    ValueTask DeleteAsync(RunKey key);
}

/// <summary>What is committed together: runs of one workflow id, and the tasks that follow.</summary>
/// <param name="Runs">States and the events that led to them.</param>
/// <param name="Outbox">Tasks to be done after the commit.</param>
/// <param name="CurrentRunId">The run that becomes the workflow id's latest; null leaves it as it is.</param>
internal sealed record StoreTransaction(IReadOnlyList<RunWrite> Runs, IReadOnlyList<OutboxEntry> Outbox, string? CurrentRunId);

/// <summary>One run's part of a transaction.</summary>
/// <param name="State">State after the change.</param>
/// <param name="Events">Events to append; their ids follow on those stored.</param>
/// <param name="PreviousTransitions">Transition count that the stored state must have; null for a new run.</param>
/// <param name="Visible">What lists show of the run from now on; null leaves it as it is.</param>
internal sealed record RunWrite(RunState State, IReadOnlyList<HistoryEvent> Events, long? PreviousTransitions, VisibilityRecord? Visible = null);

/// <summary>Another change came first. The caller's lock should have prevented it.</summary>
internal sealed class StoreConflictException(string message) : Exception(message);
