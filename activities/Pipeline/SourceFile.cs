using Gauntlet.Domain.Input;

namespace Gauntlet.Activities.Pipeline;

/// <summary>A file that a request names.</summary>
internal static class SourceFile
{
    /// <summary>Reads it as text.</summary>
    /// <param name="field">Field that names it.</param>
    /// <param name="path">Its path, absolute or from the worker's working directory.</param>
    /// <param name="remedy">What to give instead.</param>
    /// <exception cref="InvalidInputException">It is not there, or cannot be read.</exception>
    public static string Read(string field, string path, string remedy)
    {
        if (!File.Exists(path))
        {
            throw new InvalidInputException(field, path, $"{field}: '{path}' is not a file that the worker in {Directory.GetCurrentDirectory()} can see. Give {remedy}.");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InvalidInputException(field, path, $"{field}: the worker may not read '{path}'. Give it the right to, or give {remedy}.");
        }
    }
}
