using Temporalio.Activities;

namespace Gauntlet.Contracts.Pipeline;

/// <summary>Opening and closing of a study.</summary>
public interface IStudyActivities
{
    /// <summary>Checks a request, imports its bars, declares its windows and stores the plan. Repeating it changes nothing; the same study with other inputs is refused.</summary>
    /// <param name="request">The request.</param>
    [Activity]
    Task<StudyPlan> OpenStudyAsync(PipelineRequest request);

    /// <summary>Computes the digest over a study's rows and stores it. Repeating it changes nothing.</summary>
    /// <param name="study">Name of the study.</param>
    [Activity]
    Task<StudyDigest> CloseStudyAsync(string study);
}

/// <summary>A study's digest.</summary>
/// <param name="Digest">SHA-256 in hexadecimal.</param>
/// <param name="Rows">Rows that it covers.</param>
public sealed record StudyDigest(string Digest, int Rows);
