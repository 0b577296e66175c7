using Gauntlet.Contracts.Pipeline;

namespace Gauntlet.Storage.Studies;

/// <summary>Studies by name.</summary>
public interface IStudyStore
{
    /// <summary>Stores a study; changes nothing where the same one is stored.</summary>
    /// <param name="plan">The study with every default resolved.</param>
    /// <param name="inputs">What decides its result.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stored plan, which is the first one.</returns>
    /// <exception cref="Domain.Input.InvalidInputException">The name is taken by a study with other inputs.</exception>
    Task<StudyPlan> AddAsync(StudyPlan plan, StudyInputs inputs, CancellationToken cancellation);

    /// <summary>Refuses a name that is taken by a study with other inputs; writes nothing.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="inputs">What decides its result.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stored plan; null where the name is free.</returns>
    /// <exception cref="Domain.Input.InvalidInputException">The name is taken.</exception>
    Task<StudyPlan?> RequireSameAsync(string study, StudyInputs inputs, CancellationToken cancellation);

    /// <summary>The plan of a study.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Null where there is none of that name.</returns>
    Task<StudyPlan?> FindAsync(string study, CancellationToken cancellation);

    /// <summary>Names of all studies, the latest first.</summary>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation);
}
