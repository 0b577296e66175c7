using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress.Facts;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>Makes the scenarios of Gate 2 for a real index and holds them against its history.</summary>
internal sealed class ScenarioProof : IProof
{
    public string Name => "scenarios";

    public string Claim => "Every drawn shock has an equilibrium, the paths look like the market that they were made from, and their crises are no milder than its worst years.";

    /// <summary>Scenarios of the set.</summary>
    public int DefaultStudies => 200;

    public async Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation)
    {
        var file = Path.Combine(request.Checkout, "..", "shared", "data", "daily", "spy.csv");
        if (!File.Exists(file)) throw new ProofSkippedException($"{Path.GetFullPath(file)} is absent; its bars are what the scenarios are made from.");
        using var reader = File.OpenText(file);
        var history = CsvBars.ReadAsIs(reader, "SPY");
        var evidence = await Task.Run(() => new ScenarioEvidence(history, request.Studies, (ulong)request.Seed, cancellation), cancellation);
        if (request.Report is { } report)
        {
            await File.WriteAllTextAsync(report, ScenarioPage.Render(evidence), cancellation);
            request.Note($"report: {report}");
        }

        var (residual, walras, homogeneity) = evidence.Worst;
        request.Note($"{evidence.Macro.Count} equilibria, none without a solution: residual ≤ {residual:E0}, Walras ≤ {walras:E0}, homogeneity ≤ {homogeneity:E0}");
        request.Note($"worst twentieth: crises {evidence.WorstCrises:P1}, windows of history {evidence.WorstWindows:P1}");
        var document = new
        {
            proof = Name,
            seed = request.Seed,
            set = evidence.Set.ContentHash(),
            regimes = evidence.Regimes,
            equilibria = new { solved = evidence.Macro.Count, residual, walras, homogeneity },
            baseline = Facts(evidence.Baseline),
            mix = Facts(evidence.Mixed),
            replay = Facts(evidence.Replayed),
            blockBootstrap = Facts(evidence.Resampled),
            worstCrises = evidence.WorstCrises,
            worstWindows = evidence.WorstWindows,
        };
        return new(evidence.Holds, document, Table(evidence));
    }

    private static object Facts(FactReport report) => new
    {
        report.Scenarios,
        report.Bands.FalseAlarm,
        report.Bands.VerifiedFalseAlarm,
        report.Bands.IndependentWindows,
        broken = report.Broken.Select(finding => finding.Fact),
        facts = report.Findings.Select(finding => new { finding.Fact, finding.Median, finding.Band.Low, finding.Band.High, finding.Holds }),
    };

    private static TextTable Table(ScenarioEvidence evidence)
    {
        var table = new TextTable("fact", "SPY band 5 %", "baseline", "SPY band 1 %", "whole mix", "replay", "block bootstrap");
        for (var i = 0; i < evidence.Baseline.Findings.Count; i++)
        {
            var (usual, mixed) = (evidence.Baseline.Findings[i], evidence.Mixed.Findings[i]);
            table.Add(
                usual.Fact,
                Cell.Number($"{usual.Band.Low:F2} … {usual.Band.High:F2}"), Mark(usual),
                Cell.Number($"{mixed.Band.Low:F2} … {mixed.Band.High:F2}"), Mark(mixed),
                Cell.Number($"{evidence.Replayed.Findings[i].Median:F2}"), Cell.Number($"{evidence.Resampled.Findings[i].Median:F2}"));
        }

        return table;
    }

    private static Cell Mark(FactFinding finding) => Cell.Number($"{(finding.Holds ? "✓" : "✕")} {finding.Median:F2}", finding.Holds ? Ink.Pass : Ink.Fail);
}
