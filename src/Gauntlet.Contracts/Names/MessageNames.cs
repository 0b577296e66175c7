namespace Gauntlet.Contracts.Names;

/// <summary>Names of signals, updates and queries, as people type them.</summary>
public static class MessageNames
{
    /// <summary>Signal: stop everything at once. Payload <see cref="Safety.StopRequest"/>.</summary>
    public const string EmergencyStop = "emergency-stop";

    /// <summary>Update: lift the stop. <see cref="Safety.ResumeRequest"/> to <see cref="Safety.ResumeReceipt"/>.</summary>
    public const string Resume = "resume";

    /// <summary>Signal: the stop is lifted; sent by <c>Safety</c> and by parents, while people use <see cref="Resume"/>. Payload <see cref="Safety.ResumeRequest"/>.</summary>
    public const string EmergencyResume = "emergency-resume";

    /// <summary>Signal: begin no new work. Payload <see cref="Safety.PauseRequest"/>.</summary>
    public const string Pause = "pause";

    /// <summary>Signal: end a pause. Payload <see cref="Safety.PauseRequest"/>.</summary>
    public const string Continue = "continue";

    /// <summary>Update on <c>Promotion</c>: promote, where the policy asks for a person. <see cref="Promotion.SignedNote"/> to <see cref="Promotion.PromotionDecision"/>.</summary>
    public const string Approve = "approve";

    /// <summary>Update on <c>Promotion</c>: do not promote. <see cref="Promotion.SignedNote"/> to <see cref="Promotion.PromotionDecision"/>.</summary>
    public const string Reject = "reject";

    /// <summary>Update on <c>Promotion</c>: try a stage again that ended faulted. Payload <see cref="Promotion.SignedNote"/>.</summary>
    public const string Retry = "retry";

    /// <summary>Signal on <c>Arena</c>: a session stands at the end of a day. Payload <see cref="Paper.ArenaArrival"/>.</summary>
    public const string ArenaArrived = "arena-arrived";

    /// <summary>Signal on <c>Arena</c>: a candidate trades no longer, or never will. Payload <see cref="Paper.ArenaLeaving"/>.</summary>
    public const string ArenaLeft = "arena-left";

    /// <summary>Signal on <c>Paper</c>: the arena lets the session go on, or has it leave. Payload <see cref="Paper.ArenaGo"/>.</summary>
    public const string ArenaGo = "arena-go";

    /// <summary>Query: where a workflow stands. Answer <see cref="Progress.WorkflowStatus"/>.</summary>
    public const string Status = "status";

    /// <summary>Query on <c>Promotion</c>: every check so far. Answer: list of <see cref="Verdicts.GateVerdict"/>.</summary>
    public const string Evidence = "evidence";
}
