namespace Gauntlet.Contracts;

/// <summary>What is judged: a trial of a study, frozen as an artifact. Nothing is ever looked up by trial number alone.</summary>
/// <param name="Study">Name of the study.</param>
/// <param name="Trial">Number of the trial in the study, from 0.</param>
/// <param name="Artifact">SHA-256 of the immutable bundle (strategy, parameters, data window, code version), 64 lower-case hexadecimal digits.</param>
public sealed record CandidateKey(string Study, int Trial, string Artifact)
{
    /// <summary>Study and trial, as people name a candidate: <c>spy-trend/37</c>.</summary>
    public override string ToString() => $"{Study}/{Trial}";
}
