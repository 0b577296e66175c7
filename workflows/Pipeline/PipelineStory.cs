using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Promotion;

namespace Gauntlet.Workflows.Pipeline;

/// <summary>What the Web UI says of a finished study.</summary>
internal static class PipelineStory
{
    /// <summary>Candidates by verdict in one line, then one line each.</summary>
    public static string Of(PipelineOutcome outcome)
    {
        var promoted = outcome.Candidates.Count(candidate => candidate.Verdict == CandidateVerdict.Promoted);
        var lines = outcome.Candidates.Select(candidate => $"- {candidate.Candidate}: {candidate.Verdict}{(candidate.Grade is { } grade ? $", grade {grade}" : string.Empty)}. {string.Join(' ', candidate.Reasons)}");
        return $"{promoted} of {outcome.Candidates.Count} candidates promoted\n\n{string.Join('\n', lines)}";
    }
}
