namespace Gauntlet.Storage.Artifacts;

/// <summary>The end of a study's training.</summary>
/// <param name="CentralCount">N when training ended.</param>
/// <param name="Census">Trials by state and the scatter of their Sharpe ratios, in JSON.</param>
/// <param name="Candidates">Candidates, best first.</param>
public sealed record Selection(int CentralCount, string Census, IReadOnlyList<SelectedCandidate> Candidates);

/// <summary>A trial that training handed to the gates.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="Objective">Value of the objective.</param>
/// <param name="Bundle">What it is.</param>
public sealed record SelectedCandidate(int Trial, double Objective, ArtifactBundle Bundle)
{
    /// <summary>Its content address.</summary>
    public string Artifact { get; } = Bundle.ToHash();
}
