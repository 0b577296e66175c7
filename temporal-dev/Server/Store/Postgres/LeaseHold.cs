namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>What each transaction says of the one who writes it.</summary>
/// <param name="Epoch">The holder's number; a higher one in the database means that another has taken over.</param>
/// <param name="Batch">Number of the transaction.</param>
/// <param name="Lifetime">How long the lease is good from now on.</param>
/// <param name="ClockOffset">How far the server's clock is ahead of real time.</param>
/// <param name="LastEventTask">Highest task id given to an event.</param>
internal readonly record struct LeaseHold(long Epoch, long Batch, TimeSpan Lifetime, TimeSpan ClockOffset, long LastEventTask);
