namespace Gauntlet.Storage.Policies;

/// <summary>A gate policy as stored.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="ContentHash">Hash of its limits.</param>
/// <param name="Document">The whole policy in JSON.</param>
public sealed record StoredPolicy(string Name, int Version, string ContentHash, string Document)
{
    /// <summary>Name and version, such as <c>rigorous@1</c>.</summary>
    public string Id => $"{Name}@{Version}";
}

/// <summary>Versions of gate policies.</summary>
public interface IPolicyStore
{
    /// <summary>Stores a version; changes nothing where it is stored.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Domain.Input.InvalidInputException">The same name and version is stored with other limits.</exception>
    Task AddAsync(StoredPolicy policy, CancellationToken cancellation);

    /// <summary>Refuses a version that is stored with other limits; writes nothing.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Domain.Input.InvalidInputException">The same name and version is stored with other limits.</exception>
    Task RequireSameAsync(StoredPolicy policy, CancellationToken cancellation);

    /// <summary>The policy of an id.</summary>
    /// <param name="id">Name and version.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Database.CorruptEvidenceException">It is not there.</exception>
    Task<StoredPolicy> ReadAsync(string id, CancellationToken cancellation);
}
