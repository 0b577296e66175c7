using Gauntlet.Contracts;
using Gauntlet.Contracts.Safety;
using Gauntlet.Domain.Input;
using Gauntlet.Storage.Database;
using Temporalio.Exceptions;

namespace Gauntlet.Activities.Running;

/// <summary>Turns what goes wrong into failures that workflows know. Anything else is taken for a fault of the surroundings, and tried again.</summary>
internal static class Failures
{
    /// <summary>Runs an activity's body.</summary>
    /// <exception cref="ApplicationFailureException">Wrong input or corrupt evidence: never tried again.</exception>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> body)
    {
        try
        {
            return await body();
        }
        catch (InvalidInputException error)
        {
            throw new ApplicationFailureException(error.Message, error, FailureTypes.InvalidInput, nonRetryable: true);
        }
        catch (CorruptEvidenceException error)
        {
            throw new ApplicationFailureException(error.Message, error, FailureTypes.CorruptEvidence, nonRetryable: true);
        }
    }

    /// <summary>The emergency latch is closed.</summary>
    public static ApplicationFailureException Stopped(LatchState latch) => new(
        $"Everything is stopped since {latch.At:yyyy-MM-ddTHH:mm:ssZ} by {latch.By}: {latch.Reason}. Lift the stop with a reason: gauntlet resume --reason …",
        errorType: FailureTypes.EmergencyStopped,
        nonRetryable: true);

    /// <summary>The latch closed after the work had been asked for: the stop's signal is on its way to cancel it, and a resume asks for it again.</summary>
    public static ApplicationFailureException StoppedMeanwhile(LatchState latch) => new($"Stopped meanwhile by {latch.By}: {latch.Reason}.", errorType: "StoppedMeanwhile");
}
