namespace Gauntlet.Proofs.Server;

/// <summary>What the histories hold.</summary>
internal sealed class AuditCounts
{
    public int Workflows { get; set; }

    public int Children { get; set; }

    public int Events { get; set; }

    public int ActivityResults { get; set; }

    public int TimersFired { get; set; }

    public int Signals { get; set; }

    public int Updates { get; set; }
}
