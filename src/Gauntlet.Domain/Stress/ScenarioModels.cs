using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Stress;

/// <summary>All scenario models by id. A new one is one file and one line here.</summary>
public static class ScenarioModels
{
    private static readonly IReadOnlyList<IScenarioModel> All = [new RegimeModel(), new EquilibriumModel()];

    /// <summary>Model that is used unless another one is asked for.</summary>
    public static IScenarioModel Default => All[0];

    /// <summary>The model that a set names.</summary>
    /// <exception cref="InvalidInputException">There is none; names the nearest.</exception>
    public static IScenarioModel Find(string id)
    {
        var ids = All.Select(model => model.Id).ToList();
        return All.FirstOrDefault(model => model.Id == id) ?? throw new InvalidInputException("model", id, $"There is no scenario model '{id}'. {Nearest.Hint(id, ids)}");
    }
}
