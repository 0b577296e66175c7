namespace Gauntlet.Domain.Input;

/// <summary>Something that a person gave us cannot be used: says which field, which value, and what to do about it, in one line.</summary>
/// <remarks>The message is meant for the person and is shown as it is, without a stack trace, with exit code 2.</remarks>
public sealed class InvalidInputException : Exception
{
    /// <summary>An error about one field.</summary>
    /// <param name="field">Name of the field, file or line; never empty.</param>
    /// <param name="value">The value as it was given; may be empty.</param>
    /// <param name="message">Whole sentence: what is wrong with which value, and the remedy.</param>
    public InvalidInputException(string field, string value, string message)
        : base(message)
    {
        Field = field;
        Value = value;
    }

    /// <summary>Name of the field, file or line that is wrong.</summary>
    public string Field { get; }

    /// <summary>The value as it was given.</summary>
    public string Value { get; }
}
