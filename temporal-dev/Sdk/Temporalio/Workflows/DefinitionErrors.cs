namespace Temporalio.Workflows;

/// <summary>Collects everything that is wrong with a definition, to be said at once.</summary>
/// <param name="subject">What is being defined, for the message.</param>
internal sealed class DefinitionErrors(string subject)
{
    private readonly List<Exception> _errors = [];

    /// <summary>Adds one violation.</summary>
    public void Add(string message) => _errors.Add(new ArgumentException(message));

    /// <summary>Runs a reader whose <see cref="ArgumentException"/> counts as a violation.</summary>
    /// <returns>What it read, or null if it failed.</returns>
    public T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (ArgumentException e)
        {
            _errors.Add(e);
            return null;
        }
    }

    /// <summary>Throws one exception with all violations if there are any.</summary>
    /// <exception cref="AggregateException">At least one violation was added.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new AggregateException($"Invalid definition of {subject}", _errors);
        }
    }
}
