using Gauntlet.Contracts.Safety;

namespace Gauntlet.Storage.Safety;

/// <summary>The emergency latch: a log of closings and openings, of which the last tells.</summary>
public interface ILatchStore
{
    /// <summary>The latch as it is.</summary>
    /// <param name="cancellation">Ends the call.</param>
    Task<LatchState> ReadAsync(CancellationToken cancellation);

    /// <summary>Closes the latch; a closed one keeps its first reason.</summary>
    /// <param name="closing">Why, who, when.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The latch as it is now.</returns>
    Task<LatchState> CloseAsync(LatchClosing closing, CancellationToken cancellation);

    /// <summary>Opens the latch; an open one stays as it is.</summary>
    /// <param name="opening">Why, who, when.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The latch as it is now.</returns>
    Task<LatchState> OpenAsync(LatchOpening opening, CancellationToken cancellation);
}
