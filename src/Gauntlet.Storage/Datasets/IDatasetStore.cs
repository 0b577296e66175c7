using Gauntlet.Domain.Markets;

namespace Gauntlet.Storage.Datasets;

/// <summary>Bars by the hash of their content.</summary>
public interface IDatasetStore
{
    /// <summary>Stores bars with what was found on their quality; changes nothing where they are stored.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="quality">A document on their quality; anything that JSON can carry.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task AddAsync(BarSeries bars, object quality, CancellationToken cancellation);

    /// <summary>Gives bars back, without the file that they came from.</summary>
    /// <param name="hash">Their content hash.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Database.CorruptEvidenceException">They are not there, or not what the hash says.</exception>
    Task<BarSeries> ReadAsync(string hash, CancellationToken cancellation);
}
