using Gauntlet.Contracts;
using Gauntlet.Contracts.Promotion;
using Temporalio.Exceptions;

namespace Gauntlet.Workflows.Promotion;

/// <summary>What a person's word needs before it counts.</summary>
internal static class Signatures
{
    /// <summary>Refuses a note that is unsigned, says nothing, or answers no question.</summary>
    /// <exception cref="ApplicationFailureException">It names the field and the remedy.</exception>
    public static void Require(SignedNote? note, string update, bool asked, string otherwise)
    {
        if (note is null || string.IsNullOrWhiteSpace(note.By)) throw Refuse($"{update}: by is empty; say who you are.");
        if (string.IsNullOrWhiteSpace(note.Note)) throw Refuse($"{update}: note is empty; say why.");
        if (!asked) throw Refuse($"{update}: {otherwise}; status shows the stage.");
    }

    private static ApplicationFailureException Refuse(string message) => new(message, errorType: FailureTypes.InvalidInput, nonRetryable: true);
}
