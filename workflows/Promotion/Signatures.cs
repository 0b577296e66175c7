using Gauntlet.Contracts;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Safety;
using Temporalio.Exceptions;

namespace Gauntlet.Workflows.Promotion;

/// <summary>What a person's word needs before it counts.</summary>
internal static class Signatures
{
    /// <summary>Refuses a note that is unsigned, says nothing, answers no question, or comes while an emergency stop holds.</summary>
    /// <exception cref="ApplicationFailureException">It names the field and the remedy.</exception>
    public static void Require(SignedNote? note, string update, LatchState latch, bool asked, string otherwise)
    {
        if (latch.Stopped) throw Refuse($"{update}: the emergency stop holds ({latch.Reason}); lift it by resume first.");
        if (note is null || string.IsNullOrWhiteSpace(note.By)) throw Refuse($"{update}: by is empty; say who you are.");
        if (string.IsNullOrWhiteSpace(note.Note)) throw Refuse($"{update}: note is empty; say why.");
        if (!asked) throw Refuse($"{update}: {otherwise}; status shows the stage.");
    }

    private static ApplicationFailureException Refuse(string message) => new(message, errorType: FailureTypes.InvalidInput, nonRetryable: true);
}
