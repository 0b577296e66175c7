using System.Collections.Concurrent;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Datasets;

namespace Gauntlet.Storage.Studies;

internal sealed class StudyReader(IStudyStore studies, IDatasetStore datasets) : IStudyReader
{
    private const int Remembered = 16;
    private readonly ConcurrentDictionary<string, StudyMaterial> _read = new(StringComparer.Ordinal);

    public async Task<StudyMaterial> ReadAsync(string study, CancellationToken cancellation)
    {
        if (_read.TryGetValue(study, out var known)) return known;

        var plan = await studies.FindAsync(study, cancellation) ?? throw new CorruptEvidenceException($"Study {study} is not stored.");
        var windows = DataWindows.Of(await datasets.ReadAsync(plan.Market.DataHash, cancellation), StudyRules.Windows);
        Require(plan, "training", plan.Training, windows.Training);
        Require(plan, "hold-out", plan.HoldOut, windows.HoldOut);
        Require(plan, "paper", plan.Paper, windows.Paper);
        var strategy = StrategyCatalogue.Find(plan.Strategy);
        if (plan.Space is { } space && SpaceText.Of(strategy.Parameters) is var own && own != space)
            throw new CorruptEvidenceException($"Study {plan.Study}: it was opened with the search space '{space}', this program has '{own}'. Go on with the program that opened the study.");
        if (_read.Count >= Remembered) _read.Clear();
        return _read.GetOrAdd(study, new StudyMaterial(plan, strategy, windows));
    }

    private static void Require(StudyPlan plan, string name, WindowFacts declared, DataWindow found)
    {
        if (declared.Hash == found.Hash) return;
        throw new CorruptEvidenceException($"Study {plan.Study}: its {name} window was declared with hash {declared.Hash}, this program makes one with hash {found.Hash}. Go on with the program that opened the study.");
    }
}
