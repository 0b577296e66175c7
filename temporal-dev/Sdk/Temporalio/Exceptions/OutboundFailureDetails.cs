namespace Temporalio.Exceptions;

/// <summary>Details of a failure made here, not converted yet.</summary>
/// <param name="Details">The details; null means none.</param>
public record OutboundFailureDetails(IReadOnlyCollection<object?>? Details) : IFailureDetails
{
    /// <inheritdoc />
    public int Count => Details?.Count ?? 0;

    /// <inheritdoc />
    public T ElementAt<T>(int index)
    {
        if (index < 0 || index >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} details.");
        }

        return (T)Details!.ElementAt(index)!;
    }
}
