using System.Collections.Concurrent;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;

namespace Gauntlet.Activities.Training;

/// <summary>The searches that a worker has taken part in lately, so that a batch costs the same at the study's end as at its beginning.</summary>
internal sealed class SearchMemory(ITrialStore trials) : IDisposable
{
    // A study of 100,000 trials takes some forty megabytes.
    private const int Remembered = 4;

    private readonly ConcurrentDictionary<string, StudySearch> _searches = new(StringComparer.Ordinal);

    /// <summary>The search of a study.</summary>
    public StudySearch Of(StudyMaterial study)
    {
        if (_searches.TryGetValue(study.Plan.Study, out var known)) return known;

        // Attempts that hold on to what is forgotten end with it; nobody else sees it.
        if (_searches.Count >= Remembered) _searches.Clear();
        return _searches.GetOrAdd(study.Plan.Study, _ => new(study, trials));
    }

    /// <summary>Lets a search go that has ended.</summary>
    public void Forget(string study) => _searches.TryRemove(study, out _);

    public void Dispose()
    {
        foreach (var search in _searches.Values) search.Dispose();
    }
}
