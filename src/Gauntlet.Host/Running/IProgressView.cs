namespace Gauntlet.Host.Running;

/// <summary>Shows how a run goes, on standard error.</summary>
internal interface IProgressView
{
    /// <summary>Shows where the run's workflows stand, parents before children.</summary>
    void Show(IReadOnlyList<NamedStatus> statuses);
}
