namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>Bayesian optimisation: a smooth picture of the objective, and the place where it promises most. For few trials over few parameters.</summary>
/// <remarks>
/// Jones, Schonlau and Welch (1998) with a Matérn kernel, lengths by the largest posterior, and the logarithm of the expected improvement.
/// Ten trials of a Sobol sequence come first; beyond 256 trials only the best and the youngest are looked at, for the cost grows with their cube.
/// </remarks>
/// <param name="seed">Seed of the study.</param>
public sealed class GaussianProcessSampler(ulong seed) : Sampler(seed)
{
    internal const string SamplerName = "gp";

    /// <summary>Trials that look around before the first picture is made.</summary>
    internal const int Startup = 10;

    private readonly Sequences.SobolSampler _startup = new(seed);
    private readonly TrialFold<Observed> _fold = new(history => new(history.Space), (observed, point) => observed.Learn(point));

    /// <inheritdoc/>
    public override string Name => SamplerName;

    /// <inheritdoc/>
    public override int StartupTrials => Startup;

    internal override double[] Choose(TrialHistory history, int number)
    {
        var observed = _fold.Before(history, history.KnownBefore(number));
        if (number < Startup || observed.Completed < 2) return _startup.Choose(history, number);

        var running = new List<double[]>();
        foreach (var point in history.Points)
        {
            if (point.Kind == TrialKind.Running) running.Add(observed.Shares(point.Coordinates));
        }

        var random = RandomOf(number);
        var search = new AcquisitionSearch(history.Space, observed.Process(running), observed);
        return search.Candidates(random).FirstOrDefault(point => IsFresh(history, point)) ?? DrawFresh(history, random);
    }
}
