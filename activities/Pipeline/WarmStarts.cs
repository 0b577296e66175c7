using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;

namespace Gauntlet.Activities.Pipeline;

/// <summary>Looks up the earlier study that a new one starts from, and what of it adds to N.</summary>
internal sealed class WarmStarts(IStudyStore studies, ITrialStore trials, IArtifactStore artifacts)
{
    /// <summary>The warm start of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bars">Its bars.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null where it asks for none.</returns>
    /// <exception cref="InvalidInputException">The earlier study is not there, has not ended its training, or searched something else.</exception>
    public async Task<WarmStart?> FindAsync(PipelineRequest request, BarSeries bars, CancellationToken cancellation)
    {
        if (request.WarmStart is not { } name) return null;
        var earlier = await studies.FindAsync(name, cancellation) ?? throw Refused(name, "is not stored. Give the name of a study that has ended its training.");
        if (await artifacts.FindSelectionAsync(name, cancellation) is null) throw Refused(name, "has not ended its training. Wait for its candidates, or start without it.");
        if (earlier.Strategy != request.Strategy) throw Refused(name, $"searched {earlier.Strategy}, not {request.Strategy}. Give a study of the same strategy.");
        var space = SpaceText.Of(StrategyCatalogue.Find(request.Strategy).Parameters);
        if (earlier.Space is { } other && other != space) throw Refused(name, $"searched '{other}', and the strategy now has '{space}'. Start without it.");

        var count = (await trials.CountAsync(name, cancellation)).Total;
        var sameBars = earlier.Training.Hash == DataWindows.Of(bars, StudyRules.Windows).Training.Hash;
        return new(name, count, (sameBars ? 0 : count) + (earlier.WarmStart?.Elsewhere ?? 0));
    }

    private static InvalidInputException Refused(string name, string why) => new("warmStart", name, $"warmStart: the study '{name}' {why}");
}
