namespace Gauntlet.Proofs.Server;

/// <summary>What the histories hold.</summary>
internal sealed class AuditCounts
{
    public int Workflows { get; set; }

    /// <summary>Children, and what a schedule started.</summary>
    public int Children { get; set; }

    /// <summary>Chains of runs.</summary>
    public int Chains { get; set; }

    /// <summary>Runs of all chains.</summary>
    public int Links { get; set; }

    public int Events { get; set; }

    public int ActivityResults { get; set; }

    public int TimersFired { get; set; }

    public int Signals { get; set; }

    public int Updates { get; set; }
}
