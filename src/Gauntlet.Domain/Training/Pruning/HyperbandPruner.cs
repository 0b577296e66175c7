using System.Text;

namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Several successive halvings side by side, from eager to patient; chance, fixed by study and number, decides in which a trial takes part.</summary>
/// <remarks>Li, Jamieson, DeSalvo et al. (2018). Bracket b leaves out b rungs from below and gets ⌈B·η^s/(s+1)⌉ of the trials, s = B − 1 − b.</remarks>
public sealed class HyperbandPruner : IPruner
{
    private readonly int _first, _factor, _bootstrap;
    private readonly int? _givenLast;
    private Brackets? _brackets;

    /// <param name="firstStep">Step of the first rung, at least 1. Default 1.</param>
    /// <param name="lastStep">Steps of a whole trial; null: one more than the last step of the longest completed trial, nothing is pruned before. Default null.</param>
    /// <param name="factor">η, at least 2. Default 3.</param>
    /// <param name="bootstrap">Trials that must have come to a rung before any passes. Default 0.</param>
    /// <exception cref="Input.InvalidInputException">A setting out of its range.</exception>
    public HyperbandPruner(int firstStep = 1, int? lastStep = null, int factor = 3, int bootstrap = 0)
    {
        if (firstStep < 1) throw PrunerCatalogue.Refused("first step", $"{firstStep}", "1 or more");
        if (lastStep < firstStep) throw PrunerCatalogue.Refused("last step", $"{lastStep}", $"{firstStep} or more");
        if (factor < 2) throw PrunerCatalogue.Refused("reduction factor", $"{factor}", "2 or more");
        (_first, _givenLast, _factor, _bootstrap) = (firstStep, lastStep, factor, bootstrap);
        if (lastStep is { } last) _brackets = new(firstStep, last, factor, bootstrap);
    }

    /// <inheritdoc/>
    public string Name => $"{PrunerCatalogue.Hyperband}:{_factor}";

    /// <inheritdoc/>
    public string? Judge(StudyRuns study, TrialRun trial)
    {
        if (_brackets is null && study.Completed.Max(run => run.LastStep) is { } longest) _brackets = new(_first, longest + 1, _factor, _bootstrap);
        if (_brackets is not { } brackets) return null;
        var bracket = brackets.Of(study.Study, trial.Number);
        return brackets.Rules[bracket].Judge(study.Where(run => brackets.Of(study.Study, run.Number) == bracket), trial);
    }

    /// <inheritdoc/>
    public void Recall(string study, TrialRun trial)
    {
        if (_givenLast is not null && _brackets is { } brackets) brackets.Rules[brackets.Of(study, trial.Number)].Recall(study, trial);
    }

    /// <summary>The brackets of a study.</summary>
    internal sealed class Brackets
    {
        public Brackets(int first, int last, int factor, int bootstrap)
        {
            var count = (int)Math.Floor(Math.Log((double)last / first) / Math.Log(factor)) + 1;
            Budgets = [.. Enumerable.Range(0, count).Select(b => (int)Math.Ceiling(count * Math.Pow(factor, count - 1 - b) / (count - b)))];
            Rules = [.. Enumerable.Range(0, count).Select(b => new HalvingPruner(first, factor, b, bootstrap))];
        }

        /// <summary>Share of each bracket, in trials of one turn.</summary>
        public IReadOnlyList<int> Budgets { get; }

        public IReadOnlyList<HalvingPruner> Rules { get; }

        /// <summary>Bracket of a trial.</summary>
        public int Of(string study, int number)
        {
            var left = (long)(Crc32.Of(Encoding.UTF8.GetBytes($"{study}_{number}")) % (uint)Budgets.Sum());
            for (var bracket = 0; ; bracket++)
            {
                left -= Budgets[bracket];
                if (left < 0) return bracket;
            }
        }
    }
}
