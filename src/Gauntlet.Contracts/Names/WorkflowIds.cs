namespace Gauntlet.Contracts.Names;

/// <summary>Workflow ids, made from business keys, so that the server itself refuses a second start.</summary>
public static class WorkflowIds
{
    /// <summary>Id of the one <c>Safety</c> workflow.</summary>
    public const string Safety = "safety";

    /// <summary>Id of a study's <c>Pipeline</c>.</summary>
    /// <param name="study">Name of the study.</param>
    public static string Pipeline(string study) => $"pipeline/{study}";

    /// <summary>Id of a study's <c>Training</c>.</summary>
    /// <param name="study">Name of the study.</param>
    public static string Training(string study) => $"training/{study}";

    /// <summary>Id of a candidate's <c>Promotion</c>.</summary>
    /// <param name="candidate">The candidate.</param>
    public static string Promotion(CandidateKey candidate) => $"promotion/{candidate.Study}/{candidate.Trial}";

    /// <summary>Id of a candidate's <c>Paper</c>.</summary>
    /// <param name="candidate">The candidate.</param>
    public static string Paper(CandidateKey candidate) => Paper(candidate.Study, candidate.Trial);

    /// <summary>Id of a candidate's <c>Paper</c>.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="trial">Its trial.</param>
    public static string Paper(string study, int trial) => $"paper/{study}/{trial}";

    /// <summary>Id of a study's <c>Arena</c>.</summary>
    /// <param name="study">Name of the study.</param>
    public static string Arena(string study) => $"arena/{study}";
}
