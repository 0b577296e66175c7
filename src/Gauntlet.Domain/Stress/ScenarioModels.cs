using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress.History;
using Gauntlet.Domain.Stress.Named;

namespace Gauntlet.Domain.Stress;

/// <summary>All scenario models by id. A new one is one file and one line here.</summary>
public static class ScenarioModels
{
    private static readonly IReadOnlyList<IScenarioModel> Synthetic = [new RegimeModel(), new EquilibriumModel()];

    /// <summary>Ids of all models.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Synthetic.Select(model => model.Id), ReplayModel.Name, BlockBootstrapModel.Name, .. EpisodeDates.All.Select(dates => dates.Id), .. NamedScenario.All.Select(scenario => scenario.Id)];

    /// <summary>The model that a set names.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="history">Bars of the training window, for models that are made of them. Default none.</param>
    /// <exception cref="InvalidInputException">There is none of that id, or it needs bars and none are given.</exception>
    public static IScenarioModel Find(string id, BarSeries? history = null)
    {
        if (Synthetic.FirstOrDefault(model => model.Id == id) is { } found) return found;
        if (NamedScenario.All.FirstOrDefault(scenario => scenario.Id == id) is { } named) return new NamedModel(named);
        if (EpisodeDates.Find(id) is { } dates) return new EpisodeModel(dates);
        if (id is not (ReplayModel.Name or BlockBootstrapModel.Name)) throw new InvalidInputException("model", id, $"There is no scenario model '{id}'. {Nearest.Hint(id, Ids)}");
        if (history is null) throw new InvalidInputException("model", id, $"Scenario model '{id}' is made of a market's bars; give those of the training window.");
        return id == ReplayModel.Name ? new ReplayModel(history) : new BlockBootstrapModel(history);
    }
}
