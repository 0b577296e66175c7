namespace Gauntlet.Storage.Database;

/// <summary>The database cannot be reached or used; the message names its address, without the password, and the remedy.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>An error for people.</summary>
    /// <param name="message">Address, reason and remedy in one sentence or two.</param>
    /// <param name="inner">What the driver said.</param>
    public DatabaseUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
